package cartera.model.churn;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A column of a table of customers, and how it becomes features: learnt from some rows, applied to all. */
public sealed interface Attribute permits Attribute.Measure, Attribute.Category {

    /** The column's header. */
    String name();

    /** Learns from the rows whose numbers are given. */
    Encoding encoding(int[] rows);

    /** The features of one column. */
    interface Encoding {

        /** How many features there are; may be 0. */
        int width();

        /** Writes the features of a row, all finite, from place {@code at} on. */
        void write(int row, double[] features, int at);
    }

    /**
     * Numbers; NaN where one is missing: it stands where the middle one does, with a flag.
     */
    final class Measure implements Attribute {

        private final String name;
        private final double[] values;

        /** Takes the values over; infinite ones are not allowed. */
        public Measure(String name, double[] values) {
            if (Arrays.stream(values).anyMatch(Double::isInfinite)) {
                throw new IllegalArgumentException("Invalid values of %s (must not be infinite)".formatted(name));
            }
            this.name = name;
            this.values = values;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Encoding encoding(int[] rows) {
            double[] known = Arrays.stream(rows)
                    .mapToDouble(row -> values[row])
                    .filter(value -> !Double.isNaN(value))
                    .sorted()
                    .toArray();
            return new Number(values, known.length == 0 ? 0 : known[known.length / 2]);
        }

        private record Number(double[] values, double middle) implements Encoding {

            @Override
            public int width() {
                return 2;
            }

            @Override
            public void write(int row, double[] features, int at) {
                boolean isMissing = Double.isNaN(values[row]);
                features[at] = isMissing ? middle : values[row];
                features[at + 1] = isMissing ? 1 : 0;
            }
        }
    }

    /** Words; null where one is missing, which counts as a word. Each frequent word becomes a flag; the rare share none. */
    final class Category implements Attribute {

        private static final int RAREST = 10;
        private static final int MOST_WORDS = 50;

        private final String name;
        private final List<@Nullable String> values;

        public Category(String name, List<@Nullable String> values) {
            this.name = name;
            this.values = values;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Encoding encoding(int[] rows) {
            var counts = new TreeMap<String, Integer>();
            for (int row : rows) {
                counts.merge(word(row), 1, Integer::sum);
            }
            var frequent = counts.entrySet().stream()
                    .filter(count -> count.getValue() >= Math.min(RAREST, Math.max(2, rows.length / RAREST)))
                    .sorted(Map.Entry.<String, Integer>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(MOST_WORDS)
                    .map(Map.Entry::getKey)
                    .toList();
            var places = IntStream.range(0, frequent.size())
                    .boxed()
                    .collect(Collectors.toMap(frequent::get, place -> place));
            return new Flags(places);
        }

        /** A missing word cannot be told apart from an empty one. */
        private String word(int row) {
            String value = values.get(row);
            return value == null ? "" : value;
        }

        private final class Flags implements Encoding {

            private final Map<String, Integer> places;

            Flags(Map<String, Integer> places) {
                this.places = places;
            }

            @Override
            public int width() {
                return places.size();
            }

            @Override
            public void write(int row, double[] features, int at) {
                Integer place = places.get(word(row));
                if (place != null) {
                    features[at + place] = 1;
                }
            }
        }
    }
}
