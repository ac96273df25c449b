package cartera.model.purchase;

import java.util.List;

/**
 * The weights, none negative and summing to 1, by which several forecasts together come closest to what was bought.
 *
 * <p>Least squares on the simplex: weight moves between the pair of forecasts that gains the most until no pair gains
 * (the working set of J. C. Platt, Sequential Minimal Optimization, 1998). Source of combining by past errors: J. M.
 * Bates and C. W. J. Granger, Operational Research Quarterly 20 (1969); by convex regression: L. Breiman, Stacked
 * Regressions, Machine Learning 24 (1996).
 */
final class BlendWeights {

    private static final int MOST_MOVES = 10_000;
    private static final double NEGLIGIBLE = 1e-10;

    /** Mean products of forecasts with each other. */
    private final double[][] products;
    /** Mean products of forecasts with the actual purchases. */
    private final double[] targets;

    private final double[] weights;

    private BlendWeights(double[][] products, double[] targets, int start) {
        this.products = products;
        this.targets = targets;
        this.weights = new double[targets.length];
        this.weights[start] = 1;
    }

    /** The weights of the forecasts in a hold-out, searched from the one at {@code start} on. */
    static double[] of(List<? extends PurchaseForecast> forecasts, Holdout holdout, int start) {
        double[][] expected = forecasts.stream().map(holdout::expected).toArray(double[][]::new);
        double[] actual = holdout.groups().stream()
                .mapToDouble(HoldoutGroup::laterPurchases)
                .toArray();
        double[][] products = new double[expected.length][expected.length];
        double[] targets = new double[expected.length];
        for (int i = 0; i < expected.length; i++) {
            targets[i] = meanProduct(holdout, expected[i], actual);
            for (int j = 0; j <= i; j++) {
                products[i][j] = meanProduct(holdout, expected[i], expected[j]);
                products[j][i] = products[i][j];
            }
        }
        return new BlendWeights(products, targets, start).solved();
    }

    private static double meanProduct(Holdout holdout, double[] left, double[] right) {
        double sum = 0;
        double customers = 0;
        for (int i = 0; i < left.length; i++) {
            double count = holdout.groups().get(i).customers();
            sum += count * left[i] * right[i];
            customers += count;
        }
        return sum / Math.max(1, customers);
    }

    private double[] solved() {
        for (int move = 0; move < MOST_MOVES && moved(); move++) {}
        return weights;
    }

    /** Moves weight from the forecast that costs most to the one that costs least; false where nothing is gained. */
    private boolean moved() {
        double[] slopes = slopes();
        int to = 0;
        int from = -1;
        for (int i = 0; i < slopes.length; i++) {
            to = slopes[i] < slopes[to] ? i : to;
            from = weights[i] > 0 && (from < 0 || slopes[i] > slopes[from]) ? i : from;
        }
        double gain = slopes[from] - slopes[to];
        double curvature = products[from][from] + products[to][to] - 2 * products[from][to];
        if (!(gain > NEGLIGIBLE * Math.abs(targets[to])) || !(curvature > 0)) {
            return false;
        }
        double step = Math.min(weights[from], gain / curvature);
        weights[from] -= step;
        weights[to] += step;
        return true;
    }

    /** Half the derivatives of the mean squared error by the weights. */
    private double[] slopes() {
        double[] slopes = new double[weights.length];
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] = -targets[i];
            for (int j = 0; j < slopes.length; j++) {
                slopes[i] += products[i][j] * weights[j];
            }
        }
        return slopes;
    }
}
