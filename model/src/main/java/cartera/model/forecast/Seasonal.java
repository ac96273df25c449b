package cartera.model.forecast;

/** A rule for the series without its season, as a rule for the series. */
record Seasonal(SeasonalIndex season, Rule rule) implements Rule {

    @Override
    public double[] forecast(Series seen, int steps) {
        return season.reseasonalised(rule.forecast(season.adjusted(seen), steps), seen.length());
    }

    @Override
    public double parameters() {
        return rule.parameters() + season.parameters();
    }
}
