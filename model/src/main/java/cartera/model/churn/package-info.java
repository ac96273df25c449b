/**
 * Who will not buy again, or end a contract: features of a customer at a cut-off, logistic regression, calibration and
 * the evaluation of scores. Uses {@code purchase} for the label-free probability of silence and {@code fit} for sums in
 * a fixed order. Days are numbers of days since any fixed day.
 */
@NullMarked
package cartera.model.churn;

import org.jspecify.annotations.NullMarked;
