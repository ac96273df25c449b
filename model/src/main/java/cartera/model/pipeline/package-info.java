/**
 * Deals on their way: how many of a kind are won, when they are decided, and whether anything known of a deal tells winning
 * from losing. Numbers in, numbers out; knows no other package but {@code churn} for the measures of a ranking.
 */
@NullMarked
package cartera.model.pipeline;

import org.jspecify.annotations.NullMarked;
