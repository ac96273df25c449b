/** Boosted trees as a way to learn who churns: the one package that names XGBoost. */
@NullMarked
package cartera.boosting;

import org.jspecify.annotations.NullMarked;
