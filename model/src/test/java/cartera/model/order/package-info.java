/** Tests of the laws of the next order. */
@NullMarked
package cartera.model.order;

import org.jspecify.annotations.NullMarked;
