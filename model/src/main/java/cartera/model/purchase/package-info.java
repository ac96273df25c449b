/**
 * How often a customer buys, and whether at all: models of purchase days without a contract. Uses {@code fit}; knows
 * neither money nor calendar dates. Time is in weeks.
 */
@NullMarked
package cartera.model.purchase;

import org.jspecify.annotations.NullMarked;
