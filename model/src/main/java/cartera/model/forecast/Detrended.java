package cartera.model.forecast;

import cartera.model.forecast.SeasonalIndex.Form;

/**
 * The values of a series against their centred moving average over one season: ratios or differences, summed up by place
 * in the season. Half a season at either end has no average.
 */
final class Detrended {

    private final Form form;
    private final double[] means;
    private final int[] counts;
    private final double squaresWithin;

    private Detrended(Form form, double[] means, int[] counts, double squaresWithin) {
        this.form = form;
        this.means = means;
        this.counts = counts;
        this.squaresWithin = squaresWithin;
    }

    /** Needs two seasons, so that every place has a value. */
    static Detrended of(Series series, Form form) {
        int season = series.season();
        double[] means = new double[season];
        int[] counts = new int[season];
        double squares = 0;
        for (int t = season / 2; t < series.length() - season / 2; t++) {
            double value = value(series, t, form);
            double deviation = value - means[t % season];
            counts[t % season]++;
            means[t % season] += deviation / counts[t % season];
            squares += deviation * (value - means[t % season]);
        }
        return new Detrended(form, means, counts, squares);
    }

    private static double value(Series series, int t, Form form) {
        double level = centredMean(series, t);
        return form == Form.MULTIPLICATIVE ? series.value(t) / level : series.value(t) - level;
    }

    /** The moving average over one season around {@code t}; of an even season the two ends count half. */
    private static double centredMean(Series series, int t) {
        int season = series.season();
        double sum = 0;
        for (int i = t - season / 2; i <= t + season / 2; i++) {
            sum += series.value(i);
        }
        if (season % 2 == 0) {
            sum -= (series.value(t - season / 2) + series.value(t + season / 2)) / 2;
        }
        return sum / season;
    }

    /** The means by place, brought to the mean of no season. */
    SeasonalIndex index() {
        double mean = 0;
        for (double value : means) {
            mean += value / means.length;
        }
        double[] index = new double[means.length];
        for (int i = 0; i < index.length; i++) {
            index[i] = form == Form.MULTIPLICATIVE ? means[i] / mean : means[i] - mean;
        }
        return new SeasonalIndex(form, index, index.length - 1);
    }

    /** Share of the spread between places that is not noise of their means, 0 .. 1; 0 where no place has two values. */
    double reliability() {
        int spare = -counts.length;
        double inverse = 0;
        for (int count : counts) {
            spare += count;
            inverse += 1.0 / count / counts.length;
        }
        double spread = spread();
        double noise = spare > 0 ? squaresWithin / spare * inverse : spread;
        return spread > noise ? 1 - noise / spread : 0;
    }

    private double spread() {
        double spread = 0;
        for (double index : index().index()) {
            spread += (index - form.neutral()) * (index - form.neutral()) / (means.length - 1);
        }
        return spread;
    }
}
