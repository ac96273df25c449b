package cartera.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** The three years that the exports cover, and their working days. */
final class Period {

    /** A Monday: 157 whole weeks up to {@link #LAST}. */
    static final LocalDate FIRST = LocalDate.of(2023, 11, 20);

    /** A Sunday. */
    static final LocalDate LAST = LocalDate.of(2026, 11, 22);

    /** Statutory days off of the Russian Federation without the transfers of each year. */
    private static final Set<MonthDay> HOLIDAYS = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(1, 2),
            MonthDay.of(1, 3),
            MonthDay.of(1, 4),
            MonthDay.of(1, 5),
            MonthDay.of(1, 6),
            MonthDay.of(1, 7),
            MonthDay.of(1, 8),
            MonthDay.of(2, 23),
            MonthDay.of(3, 8),
            MonthDay.of(5, 1),
            MonthDay.of(5, 9),
            MonthDay.of(6, 12),
            MonthDay.of(11, 4));

    private Period() {}

    static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 && !HOLIDAYS.contains(MonthDay.from(day));
    }

    /** The day itself or the next working day. */
    static LocalDate workingDay(LocalDate day) {
        return isWorkingDay(day) ? day : workingDay(day.plusDays(1));
    }

    /** The last working day before a day. */
    static LocalDate workingDayBefore(LocalDate day) {
        LocalDate before = day.minusDays(1);
        return isWorkingDay(before) ? before : workingDayBefore(before);
    }

    /** A moment of the office hours of a day. */
    static LocalDateTime inOfficeHours(LocalDate day, Dice dice) {
        return day.atTime(9, 0).plusSeconds(dice.below(9 * 3600));
    }

    static boolean contains(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }

    /** Years from the first day, as a fraction. */
    static double years(LocalDate day) {
        return ChronoUnit.DAYS.between(FIRST, day) / 365.25;
    }
}
