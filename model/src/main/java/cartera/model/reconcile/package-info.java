/**
 * Forecasts of a hierarchy that add up: a {@link cartera.model.reconcile.Hierarchy} of any depth, crossed or not, ways of
 * {@link cartera.model.reconcile.Reconciliation}, and a rounding that keeps the sums.
 */
@NullMarked
package cartera.model.reconcile;

import org.jspecify.annotations.NullMarked;
