/** Tests of the fit package. */
@NullMarked
package cartera.model.fit;

import org.jspecify.annotations.NullMarked;
