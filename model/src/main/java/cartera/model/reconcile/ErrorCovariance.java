package cartera.model.reconcile;

import java.util.Arrays;

/**
 * Covariance W of the base forecasts' errors, as a diagonal plus a product of few columns: W = diag(d) + F F'.
 *
 * <p>It is never written out: a hierarchy of 100,000 nodes and 100 past errors takes 10 million numbers, not 10 billion.
 *
 * @param diagonal d, by node
 * @param factors F, one row a node; rows of length 0 where W is diagonal
 */
@SuppressWarnings("ArrayRecordComponent")
record ErrorCovariance(double[] diagonal, double[][] factors) {

    /** A variance below this share of the mean counts as this share: a node without errors would leave W singular. */
    private static final double SMALLEST_SHARE = 1e-10;

    static ErrorCovariance diagonal(double[] variances) {
        return new ErrorCovariance(variances, new double[variances.length][0]);
    }

    /** Mean squared error by node. */
    static ErrorCovariance variances(double[][] errors) {
        return diagonal(meanSquares(errors));
    }

    /**
     * The sample covariance about zero, shrunk towards its diagonal.
     *
     * <p>Source: J. Schaefer and K. Strimmer, A shrinkage approach to large-scale covariance matrix estimation, Statistical
     * Applications in Genetics and Molecular Biology 4 (2005), for the intensity; S. L. Wickramasuriya, G. Athanasopoulos and
     * R. J. Hyndman, Optimal forecast reconciliation, JASA 114 (2019), for its use here.
     */
    static ErrorCovariance shrunk(double[][] errors) {
        double[] variances = meanSquares(errors);
        int periods = errors[0].length;
        double intensity = intensity(errors);
        double share = Math.sqrt((1 - intensity) / periods);
        double[][] factors = Arrays.stream(errors)
                .map(row -> Arrays.stream(row).map(error -> share * error).toArray())
                .toArray(double[][]::new);
        double[] diagonal = Arrays.stream(variances)
                .map(variance -> Math.max(intensity, SMALLEST_SHARE) * variance)
                .toArray();
        return new ErrorCovariance(diagonal, factors);
    }

    /**
     * Share of the diagonal, 0 to 1: sum of the variances of the correlations over the sum of their squares.
     *
     * <p>Both sums over pairs of nodes are taken over pairs of periods instead, which are far fewer.
     */
    static double intensity(double[][] errors) {
        int periods = errors[0].length;
        double[][] standard = standardised(errors);
        double[][] cross = new double[periods][periods];
        double[] fourths = new double[periods];
        double units = 0;
        for (double[] row : standard) {
            double own = 0;
            for (int t = 0; t < periods; t++) {
                for (int s = 0; s <= t; s++) {
                    cross[t][s] += row[t] * row[s];
                }
                own += row[t] * row[t];
                fourths[t] += Math.pow(row[t], 4);
            }
            units += own > 0 ? 1 : 0;
        }
        double squares = -units;
        double products = 0;
        for (int t = 0; t < periods; t++) {
            for (int s = 0; s <= t; s++) {
                squares += (s == t ? 1 : 2) * cross[t][s] * cross[t][s] / ((double) periods * periods);
            }
            products += cross[t][t] * cross[t][t] - fourths[t];
        }
        double variances = (products - periods * squares) / (periods * (periods - 1.0));
        double intensity = variances / squares;
        return squares > 0 && Double.isFinite(intensity) ? Math.min(1, Math.max(0, intensity)) : 1;
    }

    private static double[][] standardised(double[][] errors) {
        return Arrays.stream(errors)
                .map(row -> {
                    double size = Math.sqrt(meanSquare(row));
                    return Arrays.stream(row)
                            .map(error -> size > 0 ? error / size : 0)
                            .toArray();
                })
                .toArray(double[][]::new);
    }

    private static double[] meanSquares(double[][] errors) {
        double[] variances =
                Arrays.stream(errors).mapToDouble(ErrorCovariance::meanSquare).toArray();
        double mean = Arrays.stream(variances).average().orElse(0);
        double smallest = mean > 0 ? SMALLEST_SHARE * mean : 1;
        return Arrays.stream(variances)
                .map(variance -> Math.max(smallest, variance))
                .toArray();
    }

    private static double meanSquare(double[] row) {
        return Arrays.stream(row).map(error -> error * error).average().orElse(0);
    }
}
