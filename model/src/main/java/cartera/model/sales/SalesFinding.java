package cartera.model.sales;

import cartera.model.forecast.SeriesFinding;

/**
 * Something unusual in past sales.
 *
 * @param level such as company, category, product, manager
 * @param key whose, within the level
 * @param kind one period, or a new level from it on
 * @param period counted from 0
 * @param amount what the period brought; of a shift, what a period of usual working days brings on the new level
 * @param usual what it would have brought with its working days; of a shift, what a period brought on the old level; zero at least, as is a new level
 */
public record SalesFinding(
        String level, String key, SeriesFinding.Kind kind, int period, double amount, double usual) {}
