/** Tests of churn scores. */
@NullMarked
package cartera.model.churn;

import org.jspecify.annotations.NullMarked;
