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
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a table of attributes: which columns are numbers shows only once all rows are there. */
final class AttributeReader {

    private static final Set<String> YES = Set.of(
            "1",
            "1.0",
            "yes",
            "y",
            "true",
            "true.",
            "t",
            "churn",
            "churned",
            "exited",
            "left",
            "attrited",
            "attrited customer",
            "ушел",
            "ушёл",
            "да",
            "si",
            "sí");
    private static final Set<String> NO = Set.of(
            "0",
            "0.0",
            "no",
            "n",
            "false",
            "false.",
            "f",
            "stayed",
            "retained",
            "active",
            "existing",
            "existing customer",
            "no churn",
            "not churned",
            "остался",
            "нет");
    private static final Set<String> MISSING = Set.of("", "na", "n/a", "nan", "null", "none", "-", "?");
    /** A column of numbers or dates may have a few slips; with more it is one of words. */
    private static final double READABLE = 0.9;
    /** Words that are different for more than half of the rows are names or ids; many words, for more than a tenth. */
    private static final double WORDS = 0.5;

    private static final double NAMES = 0.1;
    private static final int MANY_WORDS = 50;

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
        Map<Integer, Reading> readings = new TreeMap<>();
        for (int column : columns) {
            reading(column).ifPresent(reading -> readings.put(column, reading));
        }
        readings.forEach(this::setAsideSlips);
        List<Attribute> attributes = Arrays.stream(columns)
                .mapToObj(column -> attribute(column, readings.get(column)))
                .flatMap(Optional::stream)
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

    /** Makes a number of a cell. */
    @FunctionalInterface
    private interface Parse {
        double number(String cell) throws BadValue;
    }

    /**
     * How the cells of a column become numbers.
     *
     * @param slip what is wrong with a cell that becomes none
     */
    private record Reading(Parse parse, Reason slip) {

        boolean isReadable(String cell) {
            try {
                parse.number(cell);
                return true;
            } catch (BadValue e) {
                return false;
            }
        }
    }

    /** Empty for a column of words. */
    private Optional<Reading> reading(int column) {
        return Stream.of(amounts(column), days(column))
                .flatMap(Optional::stream)
                .filter(reading -> isReadable(column, reading))
                .findFirst();
    }

    private Optional<Reading> amounts(int column) {
        Dialect dialect = new Dialect(List.of());
        used.forEach(row -> dialect.seeAmount(row.cells()[column]));
        dialect.settle();
        return Optional.of(new Reading(cell -> dialect.amount(cell).doubleValue(), Reason.NUMBER));
    }

    /** Dates as days; none where nobody can say whether day or month comes first. */
    private Optional<Reading> days(int column) {
        Dialect dialect = new Dialect(List.of());
        used.forEach(row -> dialect.seeDate(row.cells()[column]));
        try {
            dialect.settle();
        } catch (UnusableTable e) {
            return Optional.empty();
        }
        return Optional.of(new Reading(cell -> dialect.anyDay(cell).toEpochDay(), Reason.DATE));
    }

    private boolean isReadable(int column, Reading reading) {
        long known = used.stream().filter(row -> !isMissing(row, column)).count();
        long readable = used.stream()
                .filter(row -> !isMissing(row, column) && reading.isReadable(row.cells()[column]))
                .count();
        return known > 0 && readable >= READABLE * known;
    }

    private static boolean isMissing(Row row, int column) {
        return MISSING.contains(word(row, column));
    }

    private void setAsideSlips(int column, Reading reading) {
        used.removeIf(row -> {
            boolean isSlip = !isMissing(row, column) && !reading.isReadable(row.cells()[column]);
            if (isSlip) {
                setAside(row, column, reading.slip());
            }
            return isSlip;
        });
    }

    private Optional<Attribute> attribute(int column, @Nullable Reading reading) {
        return reading == null ? category(column) : measure(column, reading);
    }

    /** Numbers that count the rows in their order say where a customer stands in the file, not who it is. */
    private Optional<Attribute> measure(int column, Reading reading) {
        double[] values =
                used.stream().mapToDouble(row -> number(row, column, reading)).toArray();
        if (isCount(values)) {
            leftOut.add("%s (numbers of the rows)".formatted(headers.name(column)));
            return Optional.empty();
        }
        return Optional.of(new Attribute.Measure(headers.name(column), values));
    }

    /** Whole numbers, each once, with hardly a gap. */
    private static boolean isCount(double[] values) {
        double[] sorted = Arrays.stream(values).distinct().sorted().toArray();
        return sorted.length == values.length
                && values.length > MANY_WORDS
                && Arrays.stream(sorted).allMatch(value -> value == Math.rint(value))
                && sorted[sorted.length - 1] - sorted[0] < (1 + NAMES) * sorted.length;
    }

    private static double number(Row row, int column, Reading reading) {
        try {
            return isMissing(row, column) ? Double.NaN : reading.parse().number(row.cells()[column]);
        } catch (BadValue e) {
            throw new IllegalStateException("a number that was read before: line " + row.line(), e);
        }
    }

    private Optional<Attribute> category(int column) {
        List<@Nullable String> words = new ArrayList<>();
        used.forEach(row -> words.add(isMissing(row, column) ? null : row.cells()[column].strip()));
        int different = new HashSet<>(words).size();
        double most = Math.min(WORDS * used.size(), Math.max(MANY_WORDS, NAMES * used.size()));
        if (different < 2 || different > Math.max(most, 2)) {
            leftOut.add("%s (%d different values)".formatted(headers.name(column), different));
            return Optional.empty();
        }
        return Optional.of(new Attribute.Category(headers.name(column), words));
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
