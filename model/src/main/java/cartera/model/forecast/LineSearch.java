package cartera.model.forecast;

import java.util.function.DoubleUnaryOperator;

/** The smallest value of a function of one variable that may have several local minima: a grid, then golden sections. */
final class LineSearch {

    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private LineSearch() {}

    /** Where {@code function} is smallest in {@code low .. high}, looked for at {@code points} even places, then to {@code precision}. */
    static double minimum(DoubleUnaryOperator function, double low, double high, int points, double precision) {
        double width = (high - low) / (points - 1);
        double best = low;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < points; i++) {
            double value = function.applyAsDouble(low + i * width);
            if (value < least) {
                least = value;
                best = low + i * width;
            }
        }
        return golden(function, Math.max(low, best - width), Math.min(high, best + width), precision);
    }

    private static double golden(DoubleUnaryOperator function, double low, double high, double precision) {
        double from = low;
        double to = high;
        double left = to - GOLDEN * (to - from);
        double right = from + GOLDEN * (to - from);
        double atLeft = function.applyAsDouble(left);
        double atRight = function.applyAsDouble(right);
        while (to - from > precision) {
            if (atLeft <= atRight) {
                to = right;
                right = left;
                atRight = atLeft;
                left = to - GOLDEN * (to - from);
                atLeft = function.applyAsDouble(left);
            } else {
                from = left;
                left = right;
                atLeft = atRight;
                right = from + GOLDEN * (to - from);
                atRight = function.applyAsDouble(right);
            }
        }
        return edge(function, (from + to) / 2, low, high, precision);
    }

    /** The end of the interval instead of {@code inside}, where the value still falls towards it. */
    private static double edge(DoubleUnaryOperator function, double inside, double low, double high, double precision) {
        double end = inside - low < 2 * precision ? low : high - inside < 2 * precision ? high : inside;
        return function.applyAsDouble(end) <= function.applyAsDouble(inside) ? end : inside;
    }
}
