package cartera.jobs.connector;

import cartera.jobs.read.Reason;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates and times strictly: {@code yyyy-MM-dd} and {@code dd.MM.yyyy}, each with an optional time, the first with
 * an optional offset. Other forms are declared by the connector. A time that a change of the clock skips is moved on by
 * the length of the gap, one that it repeats is the earlier of the two: the rule of {@link
 * java.time.ZonedDateTime#ofLocal}.
 */
public final class Moments {

    /** A date or time as written; without an offset it is local to the source. */
    public record Moment(LocalDateTime local, @Nullable ZoneOffset offset) {

        public Instant instant(ZoneId zone) {
            return offset == null ? local.atZone(zone).toInstant() : local.toInstant(offset);
        }

        /** The day it falls on in the zone of the source. */
        public LocalDate day(ZoneId zone) {
            return offset == null
                    ? local.toLocalDate()
                    : local.toInstant(offset).atZone(zone).toLocalDate();
        }
    }

    private static final String TIME = "(?:[T ](\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?";
    private static final Pattern ISO =
            Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})" + TIME + " ?(Z|[+-]\\d{2}(?::?\\d{2})?)?)?");
    private static final Pattern RUSSIAN = Pattern.compile("(\\d{2})\\.(\\d{2})\\.(\\d{4})" + TIME + ")?");

    private Moments() {}

    /**
     * Reads a date or time.
     *
     * @param formats of the connector, tried where the strict forms do not fit
     * @return null for the empty date of 1C, the first day of year one
     */
    public static @Nullable Moment parse(String text, List<DateTimeFormatter> formats) throws BadValue {
        Moment moment = moment(text.strip(), formats);
        return moment.local().getYear() == 1 && moment.local().getDayOfYear() == 1 ? null : moment;
    }

    /** A pattern of the connector; what it leaves out is the first of the month and midnight. */
    public static DateTimeFormatter format(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .parseDefaulting(ChronoField.DAY_OF_MONTH, 1)
                .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
                .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
                .parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0)
                .toFormatter(Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    private static Moment moment(String text, List<DateTimeFormatter> formats) throws BadValue {
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return new Moment(local(iso, 1, 2, 3), iso.group(8) == null ? null : offset(iso.group(8)));
        }
        Matcher russian = RUSSIAN.matcher(text);
        if (russian.matches()) {
            return new Moment(local(russian, 3, 2, 1), null);
        }
        for (DateTimeFormatter format : formats) {
            try {
                return new Moment(LocalDateTime.parse(text, format), null);
            } catch (DateTimeException e) {
                // the next format may fit
            }
        }
        throw new BadValue(Reason.DATE);
    }

    private static LocalDateTime local(Matcher matcher, int year, int month, int day) throws BadValue {
        try {
            LocalDate date = LocalDate.of(number(matcher, year), number(matcher, month), number(matcher, day));
            return date.atTime(
                    LocalTime.of(number(matcher, 4), number(matcher, 5), number(matcher, 6), nanos(matcher)));
        } catch (DateTimeException e) {
            throw new BadValue(Reason.DATE);
        }
    }

    private static int number(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Integer.parseInt(matcher.group(group));
    }

    /** To the microsecond, as instants are stored. */
    private static int nanos(Matcher matcher) {
        String digits = matcher.group(7);
        return digits == null ? 0 : Integer.parseInt((digits + "00000000").substring(0, 6)) * 1000;
    }

    private static ZoneOffset offset(String text) throws BadValue {
        try {
            return ZoneOffset.of(text);
        } catch (DateTimeException e) {
            throw new BadValue(Reason.DATE);
        }
    }
}
