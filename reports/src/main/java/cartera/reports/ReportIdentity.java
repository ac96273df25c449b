package cartera.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.Locale;

/**
 * Which report this is: of whom, of when, from which run.
 *
 * @param company its name as the reader knows it; empty if unknown
 * @param runId the run that made the tables
 * @param asOf last day that counts
 * @param dataAt when the newest file was loaded; also the date of the document, so that equal runs give equal bytes
 * @param zone the company's
 */
public record ReportIdentity(String company, String runId, LocalDate asOf, Instant dataAt, ZoneId zone) {

    /** The ISO week of as-of, such as {@code 2026-W47}. */
    public String week() {
        return String.format(Locale.ROOT, "%04d-W%02d", asOf.get(IsoFields.WEEK_BASED_YEAR), weekNumber());
    }

    public int weekNumber() {
        return asOf.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    /**
     * A safe file name without ending: {@code company_weekly_2026-W47_ru}; without a company {@code weekly_2026-W47_ru}. Letters of any script stay, all else becomes a hyphen.
     */
    public String fileName(String report, String language) {
        String name = company.replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-+|-+$", "");
        return (name.isEmpty() ? "" : name + "_") + report + "_" + week() + "_" + language;
    }
}
