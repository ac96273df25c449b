package cartera.jobs.bench;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a table of series are which, and how long seasons and horizons are. What is null is guessed.
 *
 * @param key headers of what tells series apart, joined by commas
 * @param period header of the date or number of a period
 * @param value headers of the values, joined by commas
 * @param group header of what splits the measures; null for none
 * @param season periods in a season, or the header of the column that says so
 * @param horizon periods to forecast, or the header of the column that says so
 * @param dateFormat pattern of the dates; null for the usual forms
 * @param until the last day that the table covers: a period that ends later is unfinished
 */
public record SeriesColumns(
        @Nullable String key,
        @Nullable String period,
        @Nullable String value,
        @Nullable String group,
        String season,
        String horizon,
        @Nullable String dateFormat,
        @Nullable LocalDate until) {}
