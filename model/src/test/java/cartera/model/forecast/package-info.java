/** Forecasts held to published numbers, to properties, and to odd input. */
@NullMarked
package cartera.model.forecast;

import org.jspecify.annotations.NullMarked;
