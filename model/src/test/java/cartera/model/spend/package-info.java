/** Tests of the spend package. */
@NullMarked
package cartera.model.spend;

import org.jspecify.annotations.NullMarked;
