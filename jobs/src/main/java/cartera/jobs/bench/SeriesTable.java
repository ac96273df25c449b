package cartera.jobs.bench;

import cartera.jobs.connector.Rejection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Series as any table has them: long (a row for each key and period), wide (a row for each key, values to the right, each
 * in its column or all in one), or turned (a row for each period, a column for each series).
 *
 * @param series in the order in which the table first names them
 * @param rows read, those set aside among them
 * @param notes what was guessed, filled and left out, for people
 */
public record SeriesTable(List<LabelledSeries> series, long rows, List<Rejection> setAside, List<String> notes) {

    public SeriesTable {
        series = List.copyOf(series);
        setAside = List.copyOf(setAside);
        notes = List.copyOf(notes);
    }

    /**
     * Reads a delimited text with a header row; encoding, delimiter and layout are recognised.
     *
     * <p>A period that is missing between others is zero. A value that cannot be read is set aside, and the mean of its
     * neighbours stands for it. What is missing before the first or after the last value stays missing.
     *
     * @throws UnusableTable if the file is no such table, a column that is needed is not there, or a season or horizon is no
     *     positive whole number
     */
    public static SeriesTable read(Path file, SeriesColumns columns) throws IOException {
        return new SeriesReader(file, columns).read();
    }

    /** What to say of the rows that were set aside. */
    public List<String> report() {
        return TransactionReport.lines(setAside, rows);
    }
}
