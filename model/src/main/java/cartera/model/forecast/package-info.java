/**
 * What comes next in a series of equal steps: methods by name, fitted to a {@link cartera.model.forecast.Series}, that
 * forecast from its end or from any earlier point of it.
 */
@NullMarked
package cartera.model.forecast;

import org.jspecify.annotations.NullMarked;
