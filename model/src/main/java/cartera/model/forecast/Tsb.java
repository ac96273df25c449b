package cartera.model.forecast;

/**
 * The method of Teunter, Syntetos and Babai: the size of demands is smoothed at demands, their probability in every period, so
 * the forecast fades where a product stops selling.
 *
 * <p>Source: R. H. Teunter, A. A. Syntetos and M. Z. Babai, Intermittent demand: linking forecasting to inventory obsolescence,
 * European Journal of Operational Research 214 (2011), equations 1 to 3.
 */
record Tsb() implements Method {

    private static final double SMOOTHING = .1;

    @Override
    public String name() {
        return "tsb";
    }

    @Override
    public FittedMethod fit(Series series) {
        return RuledMethod.of(name(), series, (seen, steps) -> Croston.flat(rate(seen), steps));
    }

    private static double rate(Series seen) {
        int start = Demand.of(seen).start();
        if (start == seen.length()) {
            return 0;
        }
        double size = seen.value(start);
        double probability = 1;
        for (int t = start + 1; t < seen.length(); t++) {
            double demand = seen.value(t);
            size += demand == 0 ? 0 : SMOOTHING * (demand - size);
            probability += SMOOTHING * ((demand == 0 ? 0 : 1) - probability);
        }
        return size * probability;
    }
}
