package cartera.jobs.bench;

import cartera.model.forecast.Series;

/**
 * A series of a user's table.
 *
 * @param key what tells it apart
 * @param group by which measures are split; empty without a column for it
 * @param horizon periods to forecast
 * @param last the index of its last period on the axis of the table: series of one axis are aligned by it
 */
public record LabelledSeries(String key, String group, Series series, int horizon, long last) {}
