package cartera.jobs.bench;

import cartera.jobs.bench.Headers.Role;
import cartera.jobs.bench.SeriesShape.Layout;
import cartera.jobs.connector.BadValue;
import cartera.jobs.connector.Moments;
import cartera.jobs.connector.Rejection;
import cartera.jobs.read.Fault;
import cartera.jobs.read.Reason;
import cartera.jobs.read.Row;
import cartera.model.forecast.Series;
import java.io.IOException;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads a table of series in three passes: how it is laid out, how its values are written, what they are. */
final class SeriesReader {

    private static final int SAMPLE_ROWS = 500;
    private static final int SHOWN_LETTERS = 40;
    private static final String KEY_MARK = "/";
    private static final Pattern PARTS = Pattern.compile("[;| ]");
    private static final Set<String> MISSING = Set.of("", "na", "n/a", "nan", "null", "none", "-", "?");

    private final DelimitedFile file;
    private final Headers headers;
    private final SeriesColumns columns;
    private final Setting season;
    private final Setting horizon;
    private final OptionalInt group;
    private final SeriesShape shape;
    private final Dialect dialect;

    private final Map<String, SeriesDraft> drafts = new LinkedHashMap<>();
    private final Map<String, LabelledSeries> whole = new LinkedHashMap<>();
    private final SeriesFiller filler = new SeriesFiller();
    private final SeriesPeriods periods;
    private final List<Rejection> setAside = new ArrayList<>();
    private long rows;

    SeriesReader(Path path, SeriesColumns columns) throws IOException {
        this.file = new DelimitedFile(path);
        this.headers = file.headers();
        this.columns = columns;
        this.season = Setting.of(Role.SEASON, columns.season(), headers);
        this.horizon = Setting.of(Role.HORIZON, columns.horizon(), headers);
        this.group = columns.group() == null ? OptionalInt.empty() : headers.find(Role.GROUP, columns.group());
        this.shape = SeriesShape.of(headers, file.sample(SAMPLE_ROWS), columns, taken());
        this.dialect = new Dialect(givenFormat());
        this.periods = new SeriesPeriods(columns.until(), filler, setAside);
    }

    static boolean isMissing(String cell) {
        return cell.isEmpty()
                || cell.length() <= 4 && MISSING.contains(cell.strip().toLowerCase(Locale.ROOT));
    }

    private Set<Integer> taken() {
        Set<Integer> taken = new TreeSet<>();
        group.ifPresent(taken::add);
        if (season.isColumn()) {
            taken.add(season.column());
        }
        if (horizon.isColumn()) {
            taken.add(horizon.column());
        }
        return taken;
    }

    private List<DateTimeFormatter> givenFormat() {
        String pattern = columns.dateFormat();
        try {
            return pattern == null ? List.of() : List.of(Moments.format(pattern));
        } catch (IllegalArgumentException e) {
            throw new UnusableTable("--date-format %s is no pattern; such as dd/MM/uuuu".formatted(pattern));
        }
    }

    SeriesTable read() throws IOException {
        file.eachRow(this::see);
        dialect.settle();
        file.eachRow(this::take);
        List<LabelledSeries> series = new ArrayList<>(whole.values());
        series.addAll(periods.series(drafts.values()));
        if (series.isEmpty()) {
            throw new UnusableTable("none of its %d rows can be used%s".formatted(rows, firstReason()));
        }
        setAside.sort(Comparator.comparingLong(Rejection::line));
        List<String> notes = new ArrayList<>(List.of(told(series.size())));
        notes.addAll(periods.notes());
        notes.addAll(filler.notes());
        return new SeriesTable(series, rows, setAside, notes);
    }

    private String firstReason() {
        return setAside.isEmpty() ? "" : "; the first:  " + TransactionReport.line(setAside.get(0));
    }

    private String told(int series) {
        String values = shape.values().size() == 1
                ? headers.name(shape.values().get(0))
                : "%s .. %s"
                        .formatted(
                                headers.name(shape.values().get(0)),
                                headers.name(shape.values().get(shape.values().size() - 1)));
        String keys = shape.keys().stream().map(headers::name).collect(Collectors.joining(", "));
        String form = switch (shape.layout()) {
            case LONG ->
                "key %s, period %s, value %s"
                        .formatted(keys, headers.name(shape.period().orElseThrow()), values);
            case TURNED ->
                "period %s, a column a series: %s"
                        .formatted(headers.name(shape.period().orElseThrow()), values);
            case WIDE, PACKED -> "key %s, values %s".formatted(keys, values);
        };
        return "%d series (%s)".formatted(series, form);
    }

    private void see(Row row) {
        if (fault(row) != null) {
            return;
        }
        shape.period().ifPresent(column -> {
            dialect.seeDate(row.cells()[column]);
            periods.see(row.cells()[column]);
        });
        if (shape.layout() == Layout.PACKED) {
            return;
        }
        for (int column : shape.values()) {
            String cell = cell(row, column);
            if (cell.indexOf(',') >= 0 || cell.indexOf('.') >= 0) {
                dialect.seeAmount(cell);
            }
        }
    }

    private @Nullable Fault fault(Row row) {
        return shape.layout() == Layout.WIDE ? file.excess(row) : file.fault(row);
    }

    private static String cell(Row row, int column) {
        return column < row.cells().length ? row.cells()[column] : "";
    }

    private void take(Row row) {
        rows++;
        Fault fault = fault(row);
        if (fault != null) {
            setAside.add(new Rejection(row.line(), "line " + row.line(), "", fault.reason(), fault.detail()));
            return;
        }
        switch (shape.layout()) {
            case LONG -> takeLong(row);
            case TURNED -> takeTurned(row);
            case WIDE, PACKED -> takeWhole(row);
        }
    }

    private void takeLong(Row row) {
        int column = shape.keys().get(0);
        try {
            String key = key(row);
            column = shape.period().orElseThrow();
            double at = periods.parse(row.cells()[column], dialect);
            SeriesDraft draft = drafts.computeIfAbsent(key, name -> draft(name, row));
            column = shape.values().get(0);
            draft.add(at, value(row, column), row.line());
        } catch (BadValue e) {
            setAside(row, column, e.reason());
        }
    }

    private void takeTurned(Row row) {
        int period = shape.period().orElseThrow();
        try {
            double at = periods.parse(row.cells()[period], dialect);
            for (int column : shape.values()) {
                SeriesDraft draft = drafts.computeIfAbsent(headers.name(column), name -> draft(name, row));
                if (!isMissing(row.cells()[column])) {
                    draft.add(at, value(row, column), row.line());
                }
            }
        } catch (BadValue e) {
            setAside(row, period, e.reason());
        }
    }

    private void takeWhole(Row row) {
        try {
            String key = key(row);
            if (whole.containsKey(key)) {
                throw new BadValue(Reason.CONFLICT);
            }
            double[] values = shape.layout() == Layout.WIDE ? cells(row) : parts(row);
            SeriesDraft draft = draft(key, row);
            whole.put(key, series(draft, values));
        } catch (BadValue e) {
            setAside(row, shape.keys().get(0), e.reason());
        }
    }

    /** The values of a row whose period is its place; infinite where there is none. */
    private double[] cells(Row row) {
        double[] values = new double[shape.values().size()];
        for (int i = 0; i < values.length; i++) {
            int column = shape.values().get(i);
            values[i] = isMissing(cell(row, column)) ? Double.POSITIVE_INFINITY : value(row, column);
        }
        return values;
    }

    private double[] parts(Row row) {
        List<Double> values = new ArrayList<>();
        for (int column : shape.values()) {
            if (!isMissing(row.cells()[column])) {
                for (String part : PARTS.split(row.cells()[column].strip())) {
                    values.add(isMissing(part) ? Double.POSITIVE_INFINITY : value(row, column, part));
                }
            }
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private LabelledSeries series(SeriesDraft draft, double[] values) {
        long[] present = IntStream.range(0, values.length)
                .filter(i -> values[i] != Double.POSITIVE_INFINITY)
                .asLongStream()
                .toArray();
        double[] filled = filler.fill(
                present,
                Arrays.stream(present).mapToDouble(i -> values[(int) i]).toArray());
        long last = present.length == 0 ? -1 : present[present.length - 1];
        return new LabelledSeries(draft.key, draft.group, Series.of(filled, draft.season), draft.horizon, last);
    }

    private SeriesDraft draft(String key, Row row) {
        String name = group.isPresent() ? cell(row, group.getAsInt()).strip() : "";
        return new SeriesDraft(key, name, season.of(row), horizon.of(row));
    }

    private String key(Row row) throws BadValue {
        List<String> parts = new ArrayList<>();
        for (int column : shape.keys()) {
            String part = cell(row, column).strip();
            if (part.isEmpty()) {
                throw new BadValue(Reason.MISSING);
            }
            if (part.chars().anyMatch(Character::isISOControl)) {
                throw new BadValue(Reason.CONTROL_CHARACTER);
            }
            parts.add(part);
        }
        return String.join(KEY_MARK, parts);
    }

    private double value(Row row, int column) {
        return value(row, column, row.cells()[column]);
    }

    /** NaN, and set aside, where it cannot be read. */
    private double value(Row row, int column, String text) {
        try {
            return dialect.number(text);
        } catch (BadValue e) {
            setAside.add(rejection(row, column, e.reason(), text));
            return Double.NaN;
        }
    }

    private void setAside(Row row, int column, Reason reason) {
        // a key may be a person's name: only periods are shown
        boolean isShown = shape.period().isPresent() && shape.period().getAsInt() == column;
        setAside.add(rejection(row, column, reason, isShown ? row.cells()[column] : ""));
    }

    private Rejection rejection(Row row, int column, Reason reason, String text) {
        String value = text.replaceAll("\\p{Cntrl}", " ");
        String cut = value.length() <= SHOWN_LETTERS ? value : value.substring(0, SHOWN_LETTERS - 1) + "…";
        return new Rejection(row.line(), "line " + row.line(), headers.name(column), reason, cut);
    }
}
