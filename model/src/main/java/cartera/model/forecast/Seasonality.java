package cartera.model.forecast;

/**
 * Whether a series has a season: the autocorrelation one season back, against that of the shorter lags.
 *
 * <p>Source: S. Makridakis and M. Hibon, The M3-Competition, Int. J. Forecasting 16 (2000); the bound is Bartlett's
 * (M. S. Bartlett, J. R. Stat. Soc. B 8, 1946).
 *
 * @param quantile of the normal law that the autocorrelation must exceed
 * @param fewestValues below this length no season is found
 */
record Seasonality(double quantile, int fewestValues) {

    boolean isFoundIn(Series series) {
        int season = series.season();
        if (season == 1 || series.length() < fewestValues) {
            return false;
        }
        double[] autocorrelation = autocorrelation(series, season);
        double squares = 0;
        for (int lag = 1; lag < season; lag++) {
            squares += autocorrelation[lag] * autocorrelation[lag];
        }
        double bound = quantile * Math.sqrt((1 + 2 * squares) / series.length());
        return Math.abs(autocorrelation[season]) > bound;
    }

    /** Autocorrelations of lag 0 .. {@code largestLag}; not a number for a constant series, which exceeds no bound. */
    private static double[] autocorrelation(Series series, int largestLag) {
        double[] deviation = series.values();
        double mean = 0;
        for (double value : deviation) {
            mean += value / deviation.length;
        }
        double[] sums = new double[largestLag + 1];
        for (int t = 0; t < deviation.length; t++) {
            deviation[t] -= mean;
            for (int lag = 0; lag <= Math.min(t, largestLag); lag++) {
                sums[lag] += deviation[t] * deviation[t - lag];
            }
        }
        for (int lag = largestLag; lag >= 0; lag--) {
            sums[lag] /= sums[0];
        }
        return sums;
    }
}
