package cartera.jobs.bench;

import cartera.jobs.bench.Headers.Role;
import cartera.jobs.connector.BadValue;
import cartera.jobs.connector.Rejection;
import cartera.jobs.read.Fault;
import cartera.jobs.read.Reason;
import cartera.jobs.read.Row;
import cartera.model.churn.Attribute;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads a table of attributes: which columns are numbers shows only once all rows are there. */
final class AttributeReader {

    private static final Set<String> YES =
            Set.of("1", "1.0", "yes", "y", "true", "t", "churn", "churned", "exited", "left", "да", "si", "sí");
    private static final Set<String> NO =
            Set.of("0", "0.0", "no", "n", "false", "f", "stayed", "retained", "active", "existing", "нет");
    private static final Set<String> MISSING = Set.of("", "na", "n/a", "nan", "null", "none", "-", "?");
    /** A column of numbers may have a few slips; with more it is one of words. */
    private static final double NUMBERS = 0.9;
    /** Words that are different for more than half of the rows are names or ids. */
    private static final double WORDS = 0.5;

    private static final int SHOWN_LETTERS = 40;

    private final DelimitedFile file;
    private final Headers headers;
    private final int label;
    private final OptionalInt id;

    private final List<Row> used = new ArrayList<>();
    private final TreeMap<Long, Rejection> setAside = new TreeMap<>();
    private final List<String> leftOut = new ArrayList<>();
    private long rows;

    AttributeReader(Path path, String label, @Nullable String id) throws IOException {
        this.file = new DelimitedFile(path);
        this.headers = file.headers();
        this.label = headers.require(Role.LABEL, label);
        OptionalInt found = headers.find(Role.ID, id);
        this.id = found.isPresent() && found.getAsInt() == this.label ? OptionalInt.empty() : found;
    }

    AttributeTable read() throws IOException {
        file.eachRow(this::take);
        if (used.isEmpty()) {
            throw new UnusableTable(
                    "none of its %d rows has an outcome in '%s' that can be read: yes or no, 1 or 0, true or false"
                            .formatted(rows, headers.name(label)));
        }
        int[] columns = IntStream.range(0, headers.size())
                .filter(column -> column != label && column != id.orElse(-1))
                .toArray();
        int[] numbers = Arrays.stream(columns).filter(this::isNumbers).toArray();
        for (int column : numbers) {
            setAsideSlips(column);
        }
        List<Attribute> attributes = Arrays.stream(columns)
                .mapToObj(column -> Arrays.stream(numbers).anyMatch(number -> number == column)
                        ? measure(column)
                        : category(column))
                .filter(attribute -> attribute != null)
                .toList();
        return new AttributeTable(
                used.stream().map(this::id).toList(),
                used.stream().map(this::key).toList(),
                used.stream().map(row -> YES.contains(word(row, label))).toList(),
                attributes,
                leftOut,
                rows,
                List.copyOf(setAside.values()));
    }

    private void take(Row row) {
        rows++;
        Fault fault = file.fault(row);
        if (fault != null) {
            setAside.put(
                    row.line(), new Rejection(row.line(), "line " + row.line(), "", fault.reason(), fault.detail()));
        } else if (id.isPresent() && row.cells()[id.getAsInt()].isBlank()) {
            setAside(row, id.getAsInt(), Reason.MISSING);
        } else if (MISSING.contains(word(row, label))) {
            setAside(row, label, Reason.MISSING);
        } else if (!YES.contains(word(row, label)) && !NO.contains(word(row, label))) {
            setAside(row, label, Reason.VALUE);
        } else {
            used.add(row);
        }
    }

    private static String word(Row row, int column) {
        return row.cells()[column].strip().toLowerCase(Locale.ROOT);
    }

    /** The value is that of an attribute or outcome, never of the id. */
    private void setAside(Row row, int column, Reason reason) {
        String value = row.cells()[column].replaceAll("\\p{Cntrl}", " ");
        String cut = value.length() <= SHOWN_LETTERS ? value : value.substring(0, SHOWN_LETTERS - 1) + "…";
        setAside.put(row.line(), new Rejection(row.line(), "line " + row.line(), headers.name(column), reason, cut));
    }

    private Dialect dialect(int column) {
        Dialect dialect = new Dialect(List.of());
        used.forEach(row -> dialect.seeAmount(row.cells()[column]));
        dialect.settle();
        return dialect;
    }

    private boolean isNumbers(int column) {
        Dialect dialect = dialect(column);
        long known = used.stream().filter(row -> !isMissing(row, column)).count();
        long numbers = used.stream()
                .filter(row -> !isMissing(row, column) && isNumber(row, column, dialect))
                .count();
        return known > 0 && numbers >= NUMBERS * known;
    }

    private static boolean isMissing(Row row, int column) {
        return MISSING.contains(word(row, column));
    }

    private static boolean isNumber(Row row, int column, Dialect dialect) {
        try {
            dialect.amount(row.cells()[column]);
            return true;
        } catch (BadValue e) {
            return false;
        }
    }

    private void setAsideSlips(int column) {
        Dialect dialect = dialect(column);
        used.removeIf(row -> {
            boolean isSlip = !isMissing(row, column) && !isNumber(row, column, dialect);
            if (isSlip) {
                setAside(row, column, Reason.NUMBER);
            }
            return isSlip;
        });
    }

    private Attribute measure(int column) {
        Dialect dialect = dialect(column);
        return new Attribute.Measure(
                headers.name(column),
                used.stream().mapToDouble(row -> number(row, column, dialect)).toArray());
    }

    private static double number(Row row, int column, Dialect dialect) {
        try {
            return isMissing(row, column)
                    ? Double.NaN
                    : dialect.amount(row.cells()[column]).doubleValue();
        } catch (BadValue e) {
            throw new IllegalStateException("a number that was read before: line " + row.line(), e);
        }
    }

    private @Nullable Attribute category(int column) {
        List<@Nullable String> words = new ArrayList<>();
        used.forEach(row -> words.add(isMissing(row, column) ? null : row.cells()[column].strip()));
        int different = new HashSet<>(words).size();
        if (different < 2 || different > Math.max(WORDS * used.size(), 2)) {
            leftOut.add("%s (%d different values)".formatted(headers.name(column), different));
            return null;
        }
        return new Attribute.Category(headers.name(column), words);
    }

    private String id(Row row) {
        return id.isPresent() ? row.cells()[id.getAsInt()].strip() : String.valueOf(row.line());
    }

    private String key(Row row) {
        if (id.isPresent()) {
            return id(row);
        }
        String[] cells = row.cells().clone();
        cells[label] = "";
        return String.join("\u001f", cells);
    }
}
