package cartera.jobs.bench;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How far apart the periods of a series are. */
enum Step {
    NUMBER,
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    private static final Map<Integer, Step> BY_SEASON =
            Map.of(7, DAY, 30, DAY, 365, DAY, 366, DAY, 52, WEEK, 53, WEEK, 12, MONTH, 4, QUARTER);

    /** The step that such a season is usually one of. */
    static Optional<Step> ofSeason(int season) {
        return Optional.ofNullable(BY_SEASON.get(season));
    }

    /** The first day of the period of a day; a week begins on Monday. */
    LocalDate start(LocalDate day) {
        return switch (this) {
            case NUMBER, DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % 3);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    /** The last day of the period of a day. */
    LocalDate end(LocalDate day) {
        LocalDate start = start(day);
        return switch (this) {
            case NUMBER, DAY -> day;
            case WEEK -> start.plusDays(6);
            case MONTH -> start.plusMonths(1).minusDays(1);
            case QUARTER -> start.plusMonths(3).minusDays(1);
            case YEAR -> start.plusYears(1).minusDays(1);
        };
    }

    /** Periods counted from 1970 on; {@code at} as {@link Period} has it. */
    long index(double at) {
        if (this == NUMBER || this == DAY) {
            return Math.round(at);
        }
        LocalDate day = LocalDate.ofEpochDay((long) at);
        return switch (this) {
            case WEEK -> Math.floorDiv((long) at + 3, 7L);
            case MONTH -> ChronoUnit.MONTHS.between(LocalDate.EPOCH, start(day));
            case QUARTER -> ChronoUnit.MONTHS.between(LocalDate.EPOCH, start(day)) / 3;
            default -> day.getYear();
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
