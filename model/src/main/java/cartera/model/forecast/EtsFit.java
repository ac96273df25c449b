package cartera.model.forecast;

import java.util.List;

/**
 * An exponential smoothing model fitted by maximum likelihood.
 *
 * @param aicc Akaike's criterion, corrected for few values (C. M. Hurvich and C.-L. Tsai, Biometrika 76, 1989)
 */
record EtsFit(EtsModel model, double aicc) {

    private static final int MAX_ITERATIONS = 60;
    private static final double TOLERANCE = 1e-5;
    /** Error per value, as a share of the values' mean size, below which a fit counts as perfect. */
    private static final double ROUNDING = 1e-12;

    private static final int FEWEST_VALUES_OF_START = 10;

    /** Values a form needs: two more than parameters and states, or its criterion means nothing. */
    static int fewestValues(EtsForm form, int season) {
        return Math.max(form.parameters() + form.states(season) + 3, form.isSeasonal() ? 2 * season : 0);
    }

    /** The fits of all forms a series is long enough for; its values have mean size 1. */
    static List<EtsFit> of(List<EtsForm> forms, Series series) {
        return forms.stream()
                .filter(form -> series.length() >= fewestValues(form, series.season()))
                .map(form -> of(form, series))
                .toList();
    }

    static EtsFit of(EtsForm form, Series series) {
        var coordinates = new EtsCoordinates(form, series.season());
        var residuals = new EtsResiduals(coordinates, series.values());
        var search = new LeastSquares(residuals, start(coordinates, residuals, series)).run(MAX_ITERATIONS, TOLERANCE);
        return new EtsFit(coordinates.model(search.point()), aicc(form, series, search.sum()));
    }

    private static double aicc(EtsForm form, Series series, double sum) {
        int n = series.length();
        double k = form.parameters() + form.states(series.season()) + 1;
        return n * Math.log(sum + n * ROUNDING * ROUNDING) + 2 * k + 2 * k * (k + 1) / (n - k - 1);
    }

    /** First states from the decomposed start of the series; without the slope where that leaves the admissible range. */
    private static double[] start(EtsCoordinates coordinates, EtsResiduals residuals, Series series) {
        var season = SeasonalIndex.of(series, coordinates.form.season());
        int count = Math.min(series.length(), Math.max(FEWEST_VALUES_OF_START, 2 * series.season()));
        var line = StraightLine.of(season.adjusted(series), count);
        double[] sloping = coordinates.start(line.start(), line.slope(), season.index());
        double[] flat = coordinates.start(line.middle(count), 0, season.index());
        return coordinates.form.hasTrend() && Double.isFinite(residuals.sum(sloping)) ? sloping : flat;
    }
}
