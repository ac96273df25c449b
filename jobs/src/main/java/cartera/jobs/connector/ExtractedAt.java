package cartera.jobs.connector;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** When the source wrote a file: as the file says, else the date in its name; never the file system's. */
final class ExtractedAt {

    private static final Pattern ISO = Pattern.compile("(?<!\\d)(20\\d{2})[-_.]?(\\d{2})[-_.]?(\\d{2})(?!\\d)");
    private static final Pattern RUSSIAN = Pattern.compile("(?<!\\d)(\\d{2})[-_.](\\d{2})[-_.](20\\d{2})(?!\\d)");

    private ExtractedAt() {}

    /** Of the text in the file; null if it is none. */
    static @Nullable Instant written(@Nullable Piece piece, @Nullable ValueSpec spec, ZoneId zone) {
        if (piece == null || spec == null) {
            return null;
        }
        try {
            Moments.Moment moment = Moments.parse(piece.text(), spec.formats());
            return moment == null ? null : moment.instant(zone);
        } catch (BadValue e) {
            return null;
        }
    }

    /** Of the last date in a name, the member's before the archive's; null if there is none. */
    static @Nullable Instant named(String name, ZoneId zone) {
        String[] parts = name.split("!");
        for (int i = parts.length - 1; i >= 0; i--) {
            LocalDate day = lastDay(parts[i]);
            if (day != null) {
                return day.atStartOfDay(zone).toInstant();
            }
        }
        return null;
    }

    private static @Nullable LocalDate lastDay(String name) {
        LocalDate iso = last(ISO.matcher(name), List.of(1, 2, 3));
        return iso == null ? last(RUSSIAN.matcher(name), List.of(3, 2, 1)) : iso;
    }

    private static @Nullable LocalDate last(Matcher matcher, List<Integer> yearMonthDay) {
        LocalDate day = null;
        while (matcher.find()) {
            try {
                day = LocalDate.of(
                        Integer.parseInt(matcher.group(yearMonthDay.get(0))),
                        Integer.parseInt(matcher.group(yearMonthDay.get(1))),
                        Integer.parseInt(matcher.group(yearMonthDay.get(2))));
            } catch (DateTimeException e) {
                // figures that are no day
            }
        }
        return day;
    }
}
