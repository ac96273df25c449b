/** Tests of the boosted trees, with XGBoost itself. */
@NullMarked
package cartera.boosting;

import org.jspecify.annotations.NullMarked;
