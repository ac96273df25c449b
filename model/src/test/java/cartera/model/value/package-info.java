/** Tests of the value package. */
@NullMarked
package cartera.model.value;

import org.jspecify.annotations.NullMarked;
