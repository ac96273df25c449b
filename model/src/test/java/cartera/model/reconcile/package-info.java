/** Reconciliation held to published forecasts of one hierarchy and to what must hold for any. */
@NullMarked
package cartera.model.reconcile;

import org.jspecify.annotations.NullMarked;
