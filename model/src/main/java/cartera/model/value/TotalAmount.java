package cartera.model.value;

import cartera.model.spend.SpendHistory;
import cartera.model.spend.SpendModel;
import org.apache.commons.numbers.rootfinder.BrentSolver;

/** The law of the total amount of a random number of purchases. */
final class TotalAmount {

    /** Precision of probabilities: far below that of anything an interval is read for. */
    private static final double NEGLIGIBLE = 1e-4;

    private static final BrentSolver SOLVER = new BrentSolver(1e-4, 1e-300, NEGLIGIBLE);
    private static final int MOST_DOUBLINGS = 200;

    private final double[] counts;
    private final SpendModel spend;
    private final SpendHistory history;

    /** {@code counts} are the probabilities of 0, 1, 2, .. purchases. */
    TotalAmount(double[] counts, SpendModel spend, SpendHistory history) {
        this.counts = counts;
        this.spend = spend;
        this.history = history;
    }

    /** The amount that is exceeded with probability {@code 1 - level}. */
    double quantile(double level) {
        double mean = spend.expectedAmount(history);
        if (counts[0] >= level || mean == 0) {
            return 0;
        }
        double low = 0;
        double high = mean;
        for (int i = 0; i < MOST_DOUBLINGS && probabilityOfAtMost(high, mean) < level; i++) {
            low = high;
            high *= 2;
        }
        double most = high;
        return probabilityOfAtMost(most, mean) < level
                ? most
                : SOLVER.findRoot(amount -> probabilityOfAtMost(amount, mean) - level, low, most);
    }

    /** Only numbers of purchases near {@code amount / mean} are in doubt: fewer come to less, more come to more. */
    private double probabilityOfAtMost(double amount, double mean) {
        int middle = (int) Math.min(counts.length - 1, Math.ceil(amount / mean));
        double probability = 0;
        double certainty = 1;
        for (int n = middle + 1; n < counts.length && certainty > NEGLIGIBLE; n++) {
            certainty = atMost(amount, n);
            probability += counts[n] * certainty;
        }
        certainty = 0;
        for (int n = middle; n >= 0; n--) {
            certainty = certainty > 1 - NEGLIGIBLE ? 1 : atMost(amount, n);
            probability += counts[n] * certainty;
        }
        return probability;
    }

    private double atMost(double amount, int purchases) {
        return purchases == 0 ? 1 : spend.probabilityOfTotalAtMost(history, purchases, amount);
    }
}
