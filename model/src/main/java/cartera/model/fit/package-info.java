/** What fits share: the optimiser of a likelihood, the standard errors, the result and its findings; quantiles. */
@NullMarked
package cartera.model.fit;

import org.jspecify.annotations.NullMarked;
