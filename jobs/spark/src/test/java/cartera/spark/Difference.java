package cartera.spark;

import cartera.jobs.engine.Row;
import cartera.jobs.engine.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How the rows of one engine differ from those of the other; doubles may differ by one part in a thousand million. */
final class Difference {

    private static final double RELATIVE = 1e-9;
    private static final int SHOWN = 5;

    private Difference() {}

    /** The first few differences of two results in the same order, in words; none if they are equal. */
    static List<String> between(Rows expected, Rows actual) {
        List<String> differences = new ArrayList<>();
        if (!expected.columns().equals(actual.columns())) {
            differences.add("columns %s against %s".formatted(expected.columns(), actual.columns()));
        }
        for (long line = 1; differences.size() < SHOWN && (expected.hasNext() || actual.hasNext()); line++) {
            compare(line, next(expected), next(actual), differences);
        }
        return differences;
    }

    private static @Nullable Row next(Rows rows) {
        return rows.hasNext() ? rows.next() : null;
    }

    private static void compare(long line, @Nullable Row expected, @Nullable Row actual, List<String> differences) {
        if (expected == null || actual == null) {
            differences.add("row %d: %s against %s".formatted(line, expected, actual));
            return;
        }
        for (String column : expected.header().names()) {
            Object left = expected.value(column);
            Object right = actual.value(column);
            if (!isEqual(left, right)) {
                differences.add("row %d, %s: %s against %s".formatted(line, column, left, right));
            }
        }
    }

    private static boolean isEqual(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Double a && right instanceof Double b && !a.equals(b)) {
            return Math.abs(a - b) <= RELATIVE * Math.max(Math.abs(a), Math.abs(b));
        }
        return Objects.equals(left, right);
    }
}
