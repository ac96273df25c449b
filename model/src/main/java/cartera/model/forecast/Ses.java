package cartera.model.forecast;

/**
 * Simple exponential smoothing: every future step is the level, an average that forgets.
 *
 * <p>Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., section 8.1. Knows no season and no
 * trend; up to two values are answered by naive.
 */
record Ses() implements Method {

    private static final int FEWEST_VALUES = 3;

    @Override
    public String name() {
        return "ses";
    }

    @Override
    public FittedMethod fit(Series series) {
        return Naive.isAllThatIsKnown(series, FEWEST_VALUES)
                ? Naive.NAIVE.fit(series)
                : RuledMethod.scaled(name(), series, SimpleSmoothing::fit);
    }
}
