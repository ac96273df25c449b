package cartera.jobs.connector;

import cartera.jobs.read.Row;
import cartera.jobs.read.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where the header of a table stands.
 *
 * @param titleRows above it, a line {@code sep=;} among them
 */
record HeaderRow(Headers headers, long titleRows, long blankRows) {

    /** Rows that are looked at, at most. */
    static final int LOOKED_AT = 60;

    /** The header among the first rows of an open table, which is left behind it; null if it is not there. */
    static @Nullable HeaderRow find(Table table, ConnectorSpec spec) throws IOException {
        long titles = 0;
        long blanks = 0;
        long left = spec.layout().titleRows();
        for (int i = 0; i < LOOKED_AT; i++) {
            Row row = table.next();
            if (row == null) {
                return null;
            }
            if (row.isBlank()) {
                blanks++;
            } else if (isHeader(row, spec)) {
                return new HeaderRow(new Headers(row), titles, blanks);
            } else if (isSeparatorLine(row)) {
                titles++;
            } else if (left-- == 0) {
                return null;
            } else {
                titles++;
            }
        }
        return null;
    }

    private static boolean isHeader(Row row, ConnectorSpec spec) {
        Headers headers = new Headers(row);
        return row.fault() == null && fits(headers, spec);
    }

    static boolean fits(Headers headers, ConnectorSpec spec) {
        return missing(headers, spec).isEmpty() && !headers.has(spec.detect().without());
    }

    /** The groups of headers by which a connector is recognised and that are not there. */
    static List<List<HeaderMatch>> missing(Headers headers, ConnectorSpec spec) {
        List<List<HeaderMatch>> missing = new ArrayList<>();
        for (List<HeaderMatch> group : spec.detect().headers()) {
            if (!headers.has(group)) {
                missing.add(group);
            }
        }
        return missing;
    }

    static boolean isSeparatorLine(Row row) {
        return row.line() == 1
                && row.cells().length > 0
                && row.cells()[0].toLowerCase(Locale.ROOT).startsWith("sep=");
    }
}
