package cartera.jobs.bench;

import cartera.jobs.bench.Headers.Role;
import cartera.jobs.read.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * How a table holds its series, decided from its headers and its first rows.
 *
 * @param keys columns that tell series apart
 * @param values columns of values, from the oldest to the newest where the layout is wide
 */
record SeriesShape(Layout layout, List<Integer> keys, OptionalInt period, List<Integer> values) {

    enum Layout {
        /** A row for each key and period. */
        LONG,
        /** A row for each key, a column for each period. */
        WIDE,
        /** A row for each key, all its values in one cell, or in one for each of several parts. */
        PACKED,
        /** A row for each period, a column for each series. */
        TURNED
    }

    private static final Pattern NUMBERED = Pattern.compile("(\\D*)(\\d{1,9})");
    private static final Pattern LABELLED =
            Pattern.compile("X?\\d{4}[-./ ]?(Q[1-4]|M\\d{1,2}|W?\\d{1,2}([-./]\\d{1,2})?)?");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[\\d.,' \u00A0\u202F]*\\d[.,]?([eE][-+]?\\d+)?");
    private static final Pattern LIST = Pattern.compile("[-+.\\deENA]+([;| ][-+.\\deENA]*)+");
    private static final int SHORTEST_RUN = 3;

    static SeriesShape of(Headers headers, List<Row> sample, SeriesColumns given, Set<Integer> taken) {
        return new Guess(headers, sample, given, taken).shape();
    }

    private record Guess(Headers headers, List<Row> sample, SeriesColumns given, Set<Integer> taken) {

        SeriesShape shape() {
            Set<Integer> free =
                    new TreeSet<>(IntStream.range(0, headers.size()).boxed().toList());
            free.removeAll(taken);
            List<Integer> keys = keys(free);
            List<Integer> values = values();
            keys.forEach(free::remove);
            List<Integer> run = values.isEmpty() && given.period() == null ? run(free) : List.of();
            OptionalInt period = run.isEmpty()
                    ? freely(headers.find(Role.PERIOD, given.period()), keys, values)
                    : OptionalInt.empty();
            if (period.isPresent()) {
                free.remove(period.getAsInt());
                return byPeriod(period.getAsInt(), keys, values, free);
            }
            return byKey(keys, values, run, free);
        }

        private List<Integer> keys(Set<Integer> free) {
            return given.key() == null
                    ? headers.find(Role.KEY, null).stream()
                            .boxed()
                            .filter(free::contains)
                            .toList()
                    : headers.named(Role.KEY, given.key());
        }

        private List<Integer> values() {
            return given.value() == null ? List.of() : headers.named(Role.VALUE, given.value());
        }

        private OptionalInt freely(OptionalInt found, List<Integer> keys, List<Integer> values) {
            boolean isFree = found.isPresent()
                    && !taken.contains(found.getAsInt())
                    && !keys.contains(found.getAsInt())
                    && !values.contains(found.getAsInt());
            return isFree ? found : OptionalInt.empty();
        }

        private SeriesShape byPeriod(int period, List<Integer> keys, List<Integer> values, Set<Integer> free) {
            List<Integer> numbers = free.stream().filter(this::isNumbers).toList();
            List<Integer> words = free.stream()
                    .filter(column -> !numbers.contains(column) && !values.contains(column) && !isBlank(column))
                    .toList();
            List<Integer> apart = keys.isEmpty() && given.key() == null ? words : keys;
            if (apart.isEmpty()) {
                List<Integer> series = values.isEmpty() ? numbers : values;
                requireSome(series, "column of numbers beside '%s'".formatted(headers.name(period)));
                return new SeriesShape(Layout.TURNED, List.of(), OptionalInt.of(period), series);
            }
            return new SeriesShape(Layout.LONG, apart, OptionalInt.of(period), List.of(value(values, numbers, free)));
        }

        private int value(List<Integer> values, List<Integer> numbers, Set<Integer> free) {
            if (!values.isEmpty()) {
                return values.get(0);
            }
            OptionalInt named = headers.find(Role.VALUE, null);
            if (named.isPresent() && free.contains(named.getAsInt())) {
                return named.getAsInt();
            }
            return numbers.size() == 1 ? numbers.get(0) : headers.require(Role.VALUE, null);
        }

        private SeriesShape byKey(List<Integer> keys, List<Integer> values, List<Integer> run, Set<Integer> free) {
            List<Integer> apart = keys.isEmpty() ? List.of(free.iterator().next()) : keys;
            free.removeAll(apart);
            List<Integer> candidates = !values.isEmpty() ? values : List.copyOf(free);
            List<Integer> packed = candidates.stream().filter(this::isLists).toList();
            if (!packed.isEmpty()) {
                return new SeriesShape(Layout.PACKED, apart, OptionalInt.empty(), packed);
            }
            List<Integer> numbers = !values.isEmpty()
                    ? values
                    : !run.isEmpty()
                            ? run
                            : candidates.stream()
                                    .filter(column -> isNumbers(column) || isBlank(column))
                                    .toList();
            requireSome(numbers, "column of a period or of numbers beside '%s'".formatted(headers.name(apart.get(0))));
            return new SeriesShape(Layout.WIDE, apart, OptionalInt.empty(), numbers);
        }

        private void requireSome(List<Integer> columns, String what) {
            if (columns.isEmpty()) {
                throw new UnusableTable(
                        "it has no %s\n  headers found: %s\n  name them:  --period HEADER  --value HEADER"
                                .formatted(what, headers.shown()));
            }
        }

        /** Neighbouring columns whose headers count up from one to the next, or that name periods: v1, v2, ..; 2024-01, .. */
        private List<Integer> run(Set<Integer> free) {
            List<Integer> longest = List.of();
            List<Integer> run = new ArrayList<>();
            for (int column : free) {
                if (!run.isEmpty() && !follows(run.get(run.size() - 1), column)) {
                    longest = run.size() > longest.size() ? run : longest;
                    run = new ArrayList<>();
                }
                run.add(column);
            }
            longest = run.size() > longest.size() ? run : longest;
            return longest.size() >= SHORTEST_RUN ? longest : List.of();
        }

        private boolean follows(int one, int next) {
            if (next != one + 1 || isLists(one) || isLists(next)) {
                return false;
            }
            Matcher first = NUMBERED.matcher(headers.name(one));
            Matcher second = NUMBERED.matcher(headers.name(next));
            if (first.matches() && second.matches()) {
                return first.group(1).equals(second.group(1))
                        && Integer.parseInt(second.group(2)) == Integer.parseInt(first.group(2)) + 1;
            }
            return LABELLED.matcher(headers.name(one)).matches()
                    && LABELLED.matcher(headers.name(next)).matches();
        }

        private boolean isBlank(int column) {
            return sample.stream().allMatch(row -> isMissing(row, column));
        }

        private boolean isNumbers(int column) {
            long known = sample.stream().filter(row -> !isMissing(row, column)).count();
            long numbers = sample.stream()
                    .filter(row -> !isMissing(row, column))
                    .filter(row -> NUMBER.matcher(row.cells()[column].strip()).matches())
                    .count();
            return known > 0 && 2 * numbers > known;
        }

        private boolean isLists(int column) {
            long lists = sample.stream()
                    .filter(row -> !isMissing(row, column))
                    .filter(row -> isList(row.cells()[column].strip()))
                    .count();
            return lists > 0
                    && sample.stream()
                            .filter(row -> !isMissing(row, column))
                            .allMatch(row -> isList(row.cells()[column].strip())
                                    || NUMBER.matcher(row.cells()[column].strip())
                                            .matches());
        }

        private static boolean isList(String cell) {
            String head = cell.length() > 200 ? cell.substring(0, 200) : cell;
            return LIST.matcher(head).matches()
                    && head.chars().filter(Character::isDigit).count() > 0
                    && !NUMBER.matcher(cell).matches();
        }

        private static boolean isMissing(Row row, int column) {
            return column >= row.cells().length || SeriesReader.isMissing(row.cells()[column]);
        }
    }
}
