/**
 * Forecasts of a company's sales at every level at once: they add up from goods and groups, managers and cities to the
 * company, know its working days and promotions, and keep their record against naive ones. Uses {@code forecast} and
 * {@code reconcile}.
 */
@NullMarked
package cartera.model.sales;

import org.jspecify.annotations.NullMarked;
