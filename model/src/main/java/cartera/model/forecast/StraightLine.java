package cartera.model.forecast;

/**
 * Least squares of the first values of a series on their number.
 *
 * @param start value of the line one step before the first
 */
record StraightLine(double start, double slope) {

    /** The line through the oldest {@code count} values, two or more. */
    static StraightLine of(Series series, int count) {
        double centre = (count + 1) / 2.0;
        double mean = 0;
        double product = 0;
        double squares = 0;
        for (int t = 1; t <= count; t++) {
            mean += series.value(t - 1) / count;
            product += (t - centre) * series.value(t - 1);
            squares += (t - centre) * (t - centre);
        }
        double slope = product / squares;
        return new StraightLine(mean - slope * centre, slope);
    }

    /** The value in the middle of the first {@code count}: their mean. */
    double middle(int count) {
        return start + slope * (count + 1) / 2;
    }
}
