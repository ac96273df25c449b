/** When a customer will order again: the law of the gaps between purchase days, given the silence so far. */
@NullMarked
package cartera.model.order;

import org.jspecify.annotations.NullMarked;
