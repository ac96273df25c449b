package cartera.model.purchase;

import cartera.model.fit.Likelihood;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Log-likelihood of the BG/BB with its gradient.
 *
 * <p>Source: P. S. Fader, B. G. S. Hardie, J. Shang, Marketing Science 29 (2010), eq. (5); the beta functions as tables
 * of rising factorials.
 *
 * @param groups in a fixed order, so that sums have the same bits
 */
record BgBbLikelihood(List<OccasionGroup> groups) implements Likelihood {

    private static final Comparator<OccasionGroup> ORDER = Comparator.comparingInt(
                    (OccasionGroup group) -> group.history().purchases())
            .thenComparingInt(group -> group.history().lastPurchase())
            .thenComparingInt(group -> group.history().occasions())
            .thenComparingLong(OccasionGroup::customers);

    static BgBbLikelihood of(Collection<OccasionGroup> groups) {
        return new BgBbLikelihood(groups.stream().sorted(ORDER).toList());
    }

    long customers() {
        return groups.stream().mapToLong(OccasionGroup::customers).sum();
    }

    /** The log-likelihood and its derivatives by alpha, beta, gamma and delta. */
    @Override
    public double[] at(double[] parameters) {
        int most = groups.stream()
                .mapToInt(group -> group.history().occasions())
                .max()
                .orElse(0);
        var tables = new Tables(parameters, most + 1);
        double[] sums = new double[5];
        for (var group : groups) {
            tables.add(group, sums);
        }
        return sums;
    }

    private static final class Tables {

        private final double gamma;
        private final Rising buys;
        private final Rising passes;
        private final Rising decides;
        private final Rising stays;
        private final Rising chances;

        Tables(double[] parameters, int most) {
            this.gamma = parameters[2];
            this.buys = Rising.of(parameters[0], most);
            this.passes = Rising.of(parameters[1], most);
            this.decides = Rising.of(parameters[0] + parameters[1], most);
            this.stays = Rising.of(parameters[3], most);
            this.chances = Rising.of(parameters[2] + parameters[3], most);
        }

        /** Adds up the ways a history comes about: the customer left at one of the occasions since the last, or never. */
        void add(OccasionGroup group, double[] sums) {
            int last = group.history().lastPurchase();
            int occasions = group.history().occasions();
            double[] logarithms = new double[occasions - last + 1];
            double total = Double.NEGATIVE_INFINITY;
            for (int lived = last; lived <= occasions; lived++) {
                double way = logarithm(group.history(), lived);
                logarithms[lived - last] = way;
                total = Math.max(total, way) + Math.log1p(Math.exp(-Math.abs(total - way)));
            }
            sums[0] += group.customers() * total;
            for (int lived = last; lived <= occasions; lived++) {
                addSlope(group.history(), lived, group.customers() * Math.exp(logarithms[lived - last] - total), sums);
            }
        }

        private double logarithm(OccasionHistory history, int lived) {
            int x = history.purchases();
            double bought = buys.logarithm(x) + passes.logarithm(lived - x) - decides.logarithm(lived);
            double stayed = stays.logarithm(lived) - chances.logarithm(chances(history, lived));
            return bought + stayed + (lived < history.occasions() ? Math.log(gamma) : 0);
        }

        private void addSlope(OccasionHistory history, int lived, double weight, double[] sums) {
            int x = history.purchases();
            boolean isGone = lived < history.occasions();
            sums[1] += weight * (buys.derivative(x) - decides.derivative(lived));
            sums[2] += weight * (passes.derivative(lived - x) - decides.derivative(lived));
            sums[3] += weight * ((isGone ? 1 / gamma : 0) - chances.derivative(chances(history, lived)));
            sums[4] += weight * (stays.derivative(lived) - chances.derivative(chances(history, lived)));
        }

        /** Occasions to leave met by somebody who lived through so many: the one used counts, too. */
        private static int chances(OccasionHistory history, int lived) {
            return lived < history.occasions() ? lived + 1 : lived;
        }
    }
}
