/** Tests of forecasts that add up. */
@NullMarked
package cartera.model.sales;

import org.jspecify.annotations.NullMarked;
