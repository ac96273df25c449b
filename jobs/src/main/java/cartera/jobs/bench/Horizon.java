package cartera.jobs.bench;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The days that are forecast.
 *
 * @param until the last day that is known
 * @param weeks how far ahead; whole days
 */
public record Horizon(LocalDate until, double weeks) {

    private static final double DAYS_PER_WEEK = 7;
    private static final double MOST_WEEKS = 5200;

    public Horizon {
        if (!(weeks * DAYS_PER_WEEK >= 1 && weeks <= MOST_WEEKS)) {
            throw new IllegalArgumentException(
                    "Invalid weeks: %s (a day or more, %.0f at most)".formatted(weeks, MOST_WEEKS));
        }
        weeks = Math.round(weeks * DAYS_PER_WEEK) / DAYS_PER_WEEK;
    }

    long days() {
        return Math.round(weeks * DAYS_PER_WEEK);
    }

    LocalDate end() {
        return until.plusDays(days());
    }

    /** The last day of a hold-out: a table that ends over a week before the horizon does not tell all of it. */
    LocalDate endOfHoldout(LocalDate last) {
        return last.isBefore(end().minusWeeks(1)) ? last : end();
    }

    /** The cut of the choice: a horizon before {@code until}, at least half of what is known before it. */
    LocalDate earlierCut(LocalDate first) {
        return until.minusDays(Math.min(days(), ChronoUnit.DAYS.between(first, until) / 2));
    }
}
