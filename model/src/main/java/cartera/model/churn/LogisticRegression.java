package cartera.model.churn;

import cartera.model.fit.BlockSum;
import java.util.Arrays;

/**
 * The probability of churn as a logistic function of features, with a quadratic penalty on the coefficients of the
 * standardised features (not on the intercept), fitted by iteratively reweighted least squares.
 *
 * <p>Source: T. Hastie, R. Tibshirani and J. Friedman, The Elements of Statistical Learning, 2nd ed., section 4.4.1,
 * equations 4.26 to 4.28, with the penalty of 3.41. A step that does not lower the loss is halved.
 *
 * <p>Labels that separate perfectly, equal rows, constant or collinear features: the penalty keeps the answer finite.
 * With labels of one kind only, the intercept stops where the probability is 1e-9 from certain.
 */
public final class LogisticRegression {

    private static final int MOST_ITERATIONS = 50;
    private static final int MOST_HALVINGS = 30;
    private static final double TOLERANCE = 1e-9;

    private final Standard standard;
    private final double[] coefficients;
    private final double penalty;
    private final int iterations;
    private final boolean isConverged;

    private LogisticRegression(
            Standard standard, double[] coefficients, double penalty, int iterations, boolean isConverged) {
        this.standard = standard;
        this.penalty = penalty;
        this.coefficients = coefficients;
        this.iterations = iterations;
        this.isConverged = isConverged;
    }

    /**
     * Fits to rows of features.
     *
     * @param features a row for each customer, all of one length and finite; in any order
     * @param labels 1 for churned, 0 for stayed, or a share between
     * @param penalty half the weight of the sum of squared coefficients, above 0; 1 says that a coefficient of 1 costs as
     *     much as half a unit of log-likelihood
     */
    public static LogisticRegression fit(double[][] features, double[] labels, double penalty) {
        return fit(new Examples(features, labels), penalty);
    }

    static LogisticRegression fit(Examples raw, double penalty) {
        var standard = Standard.of(raw);
        return fit(standard, standard.rows(raw), raw, penalty, start(raw));
    }

    /**
     * The fit with the penalty that Akaike's criterion prefers, corrected for few rows, with the effective number of
     * coefficients (R. Gray, J. American Statistical Association 87, 1992; F. Harrell, Regression Modeling Strategies,
     * 2nd ed., section 9.10): penalties fall as long as that helps.
     *
     * @param penalties falling, each above 0
     */
    static LogisticRegression best(Examples raw, double... penalties) {
        var standard = Standard.of(raw);
        double[][] rows = standard.rows(raw);
        var best = fit(standard, rows, raw, penalties[0], start(raw));
        double least = penalties.length == 1 ? 0 : best.criterion(rows, raw);
        for (int i = 1; i < penalties.length; i++) {
            var next = fit(standard, rows, raw, penalties[i], best.coefficients);
            double criterion = next.criterion(rows, raw);
            if (criterion >= least) {
                return best;
            }
            least = criterion;
            best = next;
        }
        return best;
    }

    private static double[] start(Examples raw) {
        double[] start = new double[raw.width() + 1];
        start[0] = Logit.of(raw.churned() / Math.max(1, raw.size()));
        return start;
    }

    /** Akaike's: twice the loss without the penalty, and twice the effective number of coefficients, corrected. */
    private double criterion(double[][] rows, Examples raw) {
        int n = coefficients.length;
        double[] sums = sums(rows, raw, coefficients, penalty);
        double squares = 0;
        for (int j = 1; j < n; j++) {
            squares += coefficients[j] * coefficients[j];
        }
        double[][] lower = lower(sums, n);
        double effective = n;
        for (int j = 1; j < n; j++) {
            effective -= penalty * inverse(lower, j);
        }
        double loss = sums[0] - penalty * squares / 2;
        return 2 * loss + 2 * effective * rows.length / Math.max(1e-9, rows.length - effective - 1);
    }

    /** An element of the diagonal of the inverse of L L'. */
    private static double inverse(double[][] lower, int j) {
        int n = lower.length;
        double[] solved = new double[n];
        double sum = 0;
        for (int k = j; k < n; k++) {
            double rest = k == j ? 1 : 0;
            for (int m = j; m < k; m++) {
                rest -= lower[k][m] * solved[m];
            }
            solved[k] = rest / lower[k][k];
            sum += solved[k] * solved[k];
        }
        return sum;
    }

    /**
     * A regression fitted before.
     *
     * @param coefficients the intercept, then of each feature
     */
    static LogisticRegression of(Standard standard, double[] coefficients) {
        return new LogisticRegression(standard, coefficients.clone(), 0, 0, true);
    }

    /** What a squared coefficient costs, halved. */
    double penalty() {
        return penalty;
    }

    /** Means and spreads of the features of the rows the fit rests on. */
    Standard standard() {
        return standard;
    }

    private static LogisticRegression fit(
            Standard standard, double[][] rows, Examples raw, double penalty, double[] start) {
        if (!(penalty > 0 && Double.isFinite(penalty))) {
            throw new IllegalArgumentException("Invalid penalty: %s (must be above 0 and finite)".formatted(penalty));
        }
        int width = raw.width();
        double[] point = start.clone();
        double[] sums = sums(rows, raw, point, penalty);
        for (int iteration = 1; iteration <= MOST_ITERATIONS; iteration++) {
            double[] step = step(sums, width + 1);
            double decrement = 0;
            for (int j = 0; j <= width; j++) {
                decrement += step[j] * sums[1 + j];
            }
            if (decrement <= TOLERANCE) {
                return new LogisticRegression(standard, point, penalty, iteration, true);
            }
            double[] next = point;
            double[] nextSums = sums;
            double length = 1;
            for (int halving = 0; halving < MOST_HALVINGS && !(nextSums[0] < sums[0]); halving++, length /= 2) {
                next = moved(point, step, length);
                nextSums = sums(rows, raw, next, penalty);
            }
            if (!(nextSums[0] < sums[0])) {
                return new LogisticRegression(standard, point, penalty, iteration, decrement <= Math.sqrt(TOLERANCE));
            }
            point = next;
            sums = nextSums;
        }
        return new LogisticRegression(standard, point, penalty, MOST_ITERATIONS, false);
    }

    private static double[] moved(double[] point, double[] step, double length) {
        double[] moved = new double[point.length];
        Arrays.setAll(moved, j -> point[j] - length * step[j]);
        return moved;
    }

    /** Loss, gradient and the lower triangle of the curvature at a point. */
    private static double[] sums(double[][] rows, Examples raw, double[] point, double penalty) {
        int n = point.length;
        double[] sums = BlockSum.of(rows.length, 1 + n + n * (n + 1) / 2, (from, to, part) -> {
            for (int i = from; i < to; i++) {
                add(rows[i], raw.label(i), point, part);
            }
        });
        int at = 1 + n;
        for (int j = 0; j < n; j++) {
            double weight = j == 0 ? 0 : penalty;
            sums[0] += weight * point[j] * point[j] / 2;
            sums[1 + j] += weight * point[j];
            at += j;
            // the intercept's curvature vanishes where all labels agree: a trace of it keeps the step finite
            sums[at++] += Math.max(weight, 1e-9);
        }
        return sums;
    }

    private static void add(double[] row, double label, double[] point, double[] part) {
        int n = point.length;
        double logit = logit(row, point);
        double probability = Logit.probability(logit);
        double weight = probability * (1 - probability);
        part[0] += Logit.loss(logit, label);
        part[1] += probability - label;
        int at = 1 + n;
        part[at++] += weight;
        for (int j = 1; j < n; j++) {
            part[1 + j] += (probability - label) * row[j - 1];
            double weighted = weight * row[j - 1];
            part[at++] += weighted;
            for (int k = 1; k <= j; k++) {
                part[at++] += weighted * row[k - 1];
            }
        }
    }

    private static double logit(double[] row, double[] point) {
        double logit = point[0];
        for (int j = 0; j < row.length; j++) {
            logit += point[j + 1] * row[j];
        }
        return logit;
    }

    /** The lower triangle of Cholesky's decomposition of the curvature. */
    private static double[][] lower(double[] sums, int n) {
        double[][] lower = new double[n][n];
        int at = 1 + n;
        for (int j = 0; j < n; j++) {
            for (int k = 0; k <= j; k++) {
                double rest = sums[at++];
                for (int m = 0; m < k; m++) {
                    rest -= lower[j][m] * lower[k][m];
                }
                lower[j][k] = j == k ? Math.sqrt(Math.max(rest, 1e-12)) : rest / lower[k][k];
            }
        }
        return lower;
    }

    /** Newton's step: solves curvature x step = gradient. */
    private static double[] step(double[] sums, int n) {
        double[][] lower = lower(sums, n);
        double[] step = Arrays.copyOfRange(sums, 1, 1 + n);
        for (int j = 0; j < n; j++) {
            for (int m = 0; m < j; m++) {
                step[j] -= lower[j][m] * step[m];
            }
            step[j] /= lower[j][j];
        }
        for (int j = n - 1; j >= 0; j--) {
            for (int m = j + 1; m < n; m++) {
                step[j] -= lower[m][j] * step[m];
            }
            step[j] /= lower[j][j];
        }
        return step;
    }

    /** The probability of churn. */
    public double probability(double[] features) {
        return Logit.probability(logit(features));
    }

    /** The logarithm of the odds of churn: {@link #intercept} and all {@link #contributions} together. */
    public double logit(double[] features) {
        double logit = coefficients[0];
        for (double contribution : contributions(features)) {
            logit += contribution;
        }
        return logit;
    }

    /** What each feature adds to the logit, compared with the mean of the rows the fit rests on. */
    public double[] contributions(double[] features) {
        if (features.length != coefficients.length - 1) {
            throw new IllegalArgumentException(
                    "Invalid features: %d (must be %d)".formatted(features.length, coefficients.length - 1));
        }
        double[] contributions = new double[features.length];
        Arrays.setAll(contributions, j -> coefficients[j + 1] * standard.of(j, features[j]));
        return contributions;
    }

    /** The logit of a customer with the mean of every feature. */
    public double intercept() {
        return coefficients[0];
    }

    /** By how much the logit rises with a standard deviation of a feature. */
    public double coefficient(int feature) {
        return coefficients[feature + 1];
    }

    /** Steps the fit took. */
    public int iterations() {
        return iterations;
    }

    /** Whether no step could lower the loss any more. */
    public boolean isConverged() {
        return isConverged;
    }
}
