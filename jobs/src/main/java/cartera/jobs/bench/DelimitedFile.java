package cartera.jobs.bench;

import cartera.jobs.read.CsvTable;
import cartera.jobs.read.Encoding;
import cartera.jobs.read.Fault;
import cartera.jobs.read.Reason;
import cartera.jobs.read.Refused;
import cartera.jobs.read.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A delimited text with a header row, whose encoding and delimiter are recognised; it may be read many times. */
final class DelimitedFile {

    private static final String DELIMITERS = ",;\t|";

    private final Path file;
    private final Encoding encoding;
    private final char delimiter;
    private final Headers headers;

    interface RowUse {
        void use(Row row);
    }

    DelimitedFile(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new UnusableTable("there is no such file");
        }
        this.file = file;
        this.encoding = encoding(file);
        this.delimiter = delimiter();
        this.headers = new Headers(header(delimiter));
    }

    Headers headers() {
        return headers;
    }

    /** Every row behind the header that is not blank. */
    void eachRow(RowUse use) throws IOException {
        try (CsvTable table = CsvTable.open(file, encoding, delimiter)) {
            headerRow(table);
            for (Row row = table.next(); row != null; row = table.next()) {
                if (!row.isBlank()) {
                    use.use(row);
                }
            }
        }
    }

    /** The first rows that have no more cells than the header. */
    List<Row> sample(int rows) throws IOException {
        List<Row> sample = new ArrayList<>();
        try (CsvTable table = CsvTable.open(file, encoding, delimiter)) {
            headerRow(table);
            for (Row row = table.next(); row != null && sample.size() < rows; row = table.next()) {
                if (!row.isBlank() && excess(row) == null) {
                    sample.add(row);
                }
            }
        }
        return sample;
    }

    /** Why a row cannot be used as a whole; null if it can. */
    @Nullable
    Fault fault(Row row) {
        if (row.fault() != null) {
            return row.fault();
        }
        int cells = row.cells().length;
        return cells == headers.size()
                ? null
                : new Fault(Reason.FIELD_COUNT, "%d fields, %d in the header".formatted(cells, headers.size()));
    }

    /** The same where cells that are absent at the end of a row are as good as empty ones. */
    @Nullable
    Fault excess(Row row) {
        return row.fault() == null && row.cells().length <= headers.size() ? null : fault(row);
    }

    private static Encoding encoding(Path file) {
        try {
            return Encoding.of(file);
        } catch (Refused e) {
            throw new UnusableTable(String.valueOf(e.getMessage()));
        }
    }

    /** The one that makes most columns of the header row; a draw goes to the first. */
    private char delimiter() throws IOException {
        char best = DELIMITERS.charAt(0);
        int most = 0;
        for (char candidate : DELIMITERS.toCharArray()) {
            int columns = columns(candidate);
            best = columns > most ? candidate : best;
            most = Math.max(most, columns);
        }
        return best;
    }

    /** None where the header cannot be read so: quoted headers are not, with another delimiter than theirs. */
    private int columns(char separator) throws IOException {
        try (CsvTable table = CsvTable.open(file, encoding, separator)) {
            Row header = firstRow(table);
            return header.fault() == null ? header.cells().length : 0;
        }
    }

    private String[] header(char separator) throws IOException {
        try (CsvTable table = CsvTable.open(file, encoding, separator)) {
            return headerRow(table).cells();
        }
    }

    private static Row headerRow(CsvTable table) throws IOException {
        Row row = firstRow(table);
        if (row.fault() != null) {
            throw new UnusableTable("its header cannot be read: " + row.fault().detail());
        }
        return row;
    }

    /** The first row that is neither blank nor a line {@code sep=;}. */
    private static Row firstRow(CsvTable table) throws IOException {
        for (Row row = table.next(); row != null; row = table.next()) {
            boolean isSeparatorLine = row.cells().length > 0
                    && row.line() == 1
                    && row.cells()[0].toLowerCase(Locale.ROOT).startsWith("sep=");
            if (!row.isBlank() && !isSeparatorLine) {
                return row;
            }
        }
        throw new UnusableTable("it is empty");
    }
}
