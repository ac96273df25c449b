/** What every maximum-likelihood fit shares: the optimiser, the standard errors, the result and its findings. */
@NullMarked
package cartera.model.fit;

import org.jspecify.annotations.NullMarked;
