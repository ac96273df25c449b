/** Tests of the purchase models. */
@NullMarked
package cartera.model.purchase;

import org.jspecify.annotations.NullMarked;
