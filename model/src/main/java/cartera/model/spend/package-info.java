/** How much a customer spends on a purchase day. Uses {@code fit}; knows no purchase model. Money is in any one unit. */
@NullMarked
package cartera.model.spend;

import org.jspecify.annotations.NullMarked;
