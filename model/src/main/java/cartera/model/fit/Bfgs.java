package cartera.model.fit;

import java.util.Arrays;
import java.util.Optional;

/**
 * Minimises a smooth function inside a box by the BFGS method.
 *
 * <p>Source: J. Nocedal and S. J. Wright, Numerical Optimization, 2nd ed., algorithm 6.1; the line search brackets the
 * weak Wolfe conditions by bisection (A. S. Lewis and M. L. Overton, Math. Program. 141, 2013, algorithm 2.6).
 * Coordinates are clipped to the box; one that is held by it takes no part in the direction.
 *
 * <p>Made for the mean negative log-likelihood in log-parameters, whose scale is about 1 in every coordinate.
 */
public final class Bfgs {

    private static final double SOUGHT_SLOPE = 1e-9;
    /** The slope that still counts as an optimum when rounding lets no step get any lower. */
    private static final double ACCEPTED_SLOPE = 1e-6;

    private static final int MAX_ITERATIONS = 300;
    private static final int MAX_TRIALS = 40;
    /** The longest first trial of a step: a factor of e^2 in a parameter. */
    private static final double MAX_STRIDE = 2;

    private static final double SUFFICIENT_DECREASE = 1e-4;
    private static final double SUFFICIENT_FLATTENING = 0.9;
    /** Rounding of the value: without this allowance the search stalls before the slope is small. */
    private static final double VALUE_ROUNDING = 1e-15;

    /** Steps in a row that gain no more than rounding: on a flat ridge the slope never gets smaller than its noise. */
    private static final int MOST_IDLE = 4;

    private static final double NO_GAIN = 1e-14;

    private final Objective objective;
    private final double bound;
    private final double[][] inverse;
    private Point at;
    private boolean isFresh = true;

    private static final class Point {

        private final double[] x;
        private final double value;
        private final double[] slope;

        Point(double[] x, double value, double[] slope) {
            this.x = x;
            this.value = value;
            this.slope = slope;
        }
    }

    private Bfgs(Objective objective, double[] start, double bound) {
        this.objective = objective;
        this.bound = bound;
        this.inverse = new double[start.length][start.length];
        this.at = evaluate(start);
        reset();
    }

    /** The minimum found from {@code start} with every coordinate within {@code -bound .. bound}. */
    public static Optimum minimise(Objective objective, double[] start, double bound) {
        return new Bfgs(objective, start, bound).run();
    }

    private Optimum run() {
        int iterations = 0;
        int idle = 0;
        while (steepest() > SOUGHT_SLOPE && iterations < MAX_ITERATIONS && idle < MOST_IDLE) {
            double before = at.value;
            if (!advance()) {
                break;
            }
            iterations++;
            idle = before - at.value > NO_GAIN * (1 + Math.abs(before)) ? 0 : idle + 1;
        }
        var point = Arrays.stream(at.x).boxed().toList();
        return new Optimum(point, at.value, iterations, steepest() <= ACCEPTED_SLOPE, bound);
    }

    private boolean advance() {
        if (step()) {
            return true;
        }
        if (isFresh) {
            return false;
        }
        reset();
        return step();
    }

    private boolean step() {
        double[] direction = direction();
        Optional<Point> next = search(direction);
        next.ifPresent(point -> {
            update(difference(point.x, at.x), difference(point.slope, at.slope));
            at = point;
        });
        return next.isPresent();
    }

    private double[] direction() {
        double[] direction = new double[at.x.length];
        for (int i = 0; i < direction.length; i++) {
            for (int j = 0; j < direction.length; j++) {
                direction[i] -= isHeld(i) || isHeld(j) ? 0 : inverse[i][j] * at.slope[j];
            }
        }
        return direction;
    }

    /** The next point along {@code direction}, empty where none is lower. */
    private Optional<Point> search(double[] direction) {
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double length = Math.min(1, MAX_STRIDE / largest(direction));
        Optional<Point> best = Optional.empty();
        for (int trial = 0; trial < MAX_TRIALS; trial++) {
            Point next = evaluate(along(direction, length));
            double[] move = difference(next.x, at.x);
            if (!isLower(next, move)) {
                high = length;
            } else if (isClipped(next, direction, length) || isFlatter(next, direction)) {
                return Optional.of(next);
            } else {
                low = length;
                best = Optional.of(next);
            }
            length = Double.isInfinite(high) ? 2 * low : (low + high) / 2;
        }
        return best;
    }

    private boolean isLower(Point next, double[] move) {
        double allowed = at.value + SUFFICIENT_DECREASE * dot(at.slope, move) + VALUE_ROUNDING * Math.abs(at.value);
        return largest(move) > 0 && next.value <= allowed;
    }

    private boolean isFlatter(Point next, double[] direction) {
        return dot(next.slope, direction) >= SUFFICIENT_FLATTENING * dot(at.slope, direction);
    }

    private boolean isClipped(Point next, double[] direction, double length) {
        for (int i = 0; i < direction.length; i++) {
            if (Math.abs(at.x[i] + length * direction[i]) > bound && Math.abs(next.x[i]) >= bound) {
                return true;
            }
        }
        return false;
    }

    /** Inverse BFGS update, Nocedal and Wright (6.17); skipped where the curvature is not positive. */
    private void update(double[] move, double[] turn) {
        double curvature = dot(move, turn);
        if (!(curvature > 1e-14 * Math.sqrt(dot(move, move) * dot(turn, turn)))) {
            return;
        }
        if (isFresh) {
            scale(curvature / dot(turn, turn));
            isFresh = false;
        }
        double[] bent = new double[move.length];
        for (int i = 0; i < bent.length; i++) {
            bent[i] = dot(inverse[i], turn);
        }
        double own = (1 + dot(turn, bent) / curvature) / curvature;
        for (int i = 0; i < bent.length; i++) {
            for (int j = 0; j < bent.length; j++) {
                inverse[i][j] += own * move[i] * move[j] - (bent[i] * move[j] + move[i] * bent[j]) / curvature;
            }
        }
    }

    private void reset() {
        for (int i = 0; i < inverse.length; i++) {
            Arrays.fill(inverse[i], 0);
            inverse[i][i] = 1;
        }
        isFresh = true;
    }

    private void scale(double factor) {
        for (int i = 0; i < inverse.length; i++) {
            inverse[i][i] = factor;
        }
    }

    private Point evaluate(double[] x) {
        double[] inside = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            inside[i] = Math.max(-bound, Math.min(bound, x[i]));
        }
        double[] slope = new double[x.length];
        double value = objective.value(inside, slope);
        return new Point(inside, value, slope);
    }

    private double[] along(double[] direction, double length) {
        double[] x = at.x.clone();
        for (int i = 0; i < x.length; i++) {
            x[i] += length * direction[i];
        }
        return x;
    }

    /** Whether the box keeps coordinate {@code i} from going where the value falls. */
    private boolean isHeld(int i) {
        return Math.abs(at.x[i]) >= bound && at.x[i] * at.slope[i] < 0;
    }

    private double steepest() {
        double steepest = 0;
        for (int i = 0; i < at.x.length; i++) {
            steepest = Math.max(steepest, isHeld(i) ? 0 : Math.abs(at.slope[i]));
        }
        return steepest;
    }

    private static double[] difference(double[] left, double[] right) {
        double[] difference = left.clone();
        for (int i = 0; i < left.length; i++) {
            difference[i] -= right[i];
        }
        return difference;
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElse(0);
    }
}
