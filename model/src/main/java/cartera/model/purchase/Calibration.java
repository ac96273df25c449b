package cartera.model.purchase;

import java.util.List;

/**
 * By how much totals forecast from now on should be scaled, as earlier periods have it.
 *
 * <p>Only the share that every one of the periods asks for is taken, the smallest, and of that what is beyond a standard
 * error: the periods before often lie in another season, so that the last one's bias alone makes the next forecast
 * worse as often as better.
 *
 * @param factor 1 where nothing is to be changed
 * @param periods what it was learnt from, the newest first
 */
public record Calibration(double factor, List<Period> periods) {

    /** Two periods must agree: one cannot tell a lasting bias from a season. */
    private static final int FEWEST_PERIODS = 2;

    /** Nothing to scale by. */
    public static final Calibration NONE = new Calibration(1, List.of());

    /**
     * The purchases of an earlier period.
     *
     * @param expected from its start on
     * @param actual as they were made
     * @param error standard error of the actual total about the expected one
     */
    public record Period(double expected, double actual, double error) {

        /** Logarithm of the factor this period asks for. */
        double logFactor() {
            return expected > 0 && actual > 0 ? Math.log(actual / expected) : 0;
        }

        /** The part of it that chance does not explain. */
        double soundLogFactor() {
            double beyond = Math.abs(logFactor()) - (actual > 0 ? error / actual : Double.POSITIVE_INFINITY);
            return Math.signum(logFactor()) * Math.max(0, beyond);
        }

        /** What this period alone asks for. */
        public double factor() {
            return Math.exp(logFactor());
        }
    }

    public Calibration {
        periods = List.copyOf(periods);
    }

    /** The factor that all periods agree on; 1 of fewer than two. */
    public static Calibration of(List<Period> periods) {
        double least = periods.stream()
                .mapToDouble(Period::soundLogFactor)
                .map(Math::abs)
                .min()
                .orElse(0);
        double directions = periods.stream()
                .mapToDouble(period -> Math.signum(period.soundLogFactor()))
                .sum();
        boolean isAgreed = periods.size() >= FEWEST_PERIODS && Math.abs(directions) == periods.size();
        return new Calibration(isAgreed ? Math.exp(Math.signum(directions) * least) : 1, periods);
    }
}
