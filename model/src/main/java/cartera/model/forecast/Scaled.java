package cartera.model.forecast;

/** A rule for a series {@code scale} times as large as the one it was made for. */
record Scaled(Rule rule, double scale) implements Rule {

    @Override
    public double[] forecast(Series seen, int steps) {
        double[] forecast = rule.forecast(seen.times(1 / scale), steps);
        for (int step = 0; step < steps; step++) {
            forecast[step] *= scale;
        }
        return forecast;
    }

    @Override
    public double parameters() {
        return rule.parameters();
    }
}
