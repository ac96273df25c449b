package cartera.model.churn;

import cartera.model.churn.Ranking.Tie;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How well probabilities of churn agree with what came. Nothing depends on the order of rows: customers with one
 * probability share their outcomes evenly wherever a cut goes through them.
 *
 * @param base share that churned
 * @param auc probability that somebody who churned had the higher score, ties counted half; NaN-free: 0.5 where all or
 *     nobody churned
 * @param prAuc average precision over the thresholds; a score without knowledge has the base
 * @param lift share that churned among the tenth with the highest scores, in units of the base; 0 where nobody churned
 * @param brier mean squared difference of probability and outcome (G. Brier, 1950)
 * @param ece expected calibration error: mean absolute difference of probability and share over ten bins of equal count
 * @param logLoss mean negative logarithm of the probability given to what came
 * @param slope of Platt's curve: 1 is right, less is overconfident
 * @param bins the ten bins, lowest probabilities first; fewer where there are fewer customers
 */
public record Evaluation(
        long customers,
        double base,
        double auc,
        double prAuc,
        double lift,
        double brier,
        double ece,
        double logLoss,
        double slope,
        List<Bin> bins) {

    private static final int BINS = 10;
    /** With so many customers a bin's share is known well enough to say that a prediction is wrong. */
    private static final int MANY_CUSTOMERS = 1000;

    private static final int RIGHT_BINS = 9;
    private static final double TOP_SHARE = 0.1;
    /** Two-sided 95 % quantile of the normal law. */
    private static final double NORMAL_95 = 1.959963984540054;

    /**
     * A tenth of the customers by probability.
     *
     * @param customers may be a fraction where a tie is divided
     * @param predicted mean probability
     * @param observed share that churned
     */
    public record Bin(double customers, double predicted, double observed) {

        /** Whether the prediction lies in the 95 % interval of the observed share. */
        public boolean isPlausible() {
            return low() <= predicted && predicted <= high();
        }

        /** Lower end of the 95 % interval of the observed share (E. Wilson, JASA 22, 1927). */
        public double low() {
            return Math.min(observed, Math.max(0, centre() - half()));
        }

        /** Its upper end. */
        public double high() {
            return Math.max(observed, Math.min(1, centre() + half()));
        }

        private double weight() {
            return NORMAL_95 * NORMAL_95 / customers;
        }

        private double centre() {
            return (observed + weight() / 2) / (1 + weight());
        }

        private double half() {
            return Math.sqrt(weight() * observed * (1 - observed) + weight() * weight() / 4) / (1 + weight());
        }
    }

    public Evaluation {
        bins = List.copyOf(bins);
    }

    /** Compares probabilities with outcomes, in any order but the same in both, at least one. */
    public static Evaluation of(double[] probabilities, boolean[] churned) {
        var ranking = Ranking.of(probabilities, churned);
        double base = (double) ranking.churned() / ranking.customers();
        var bins = bins(ranking);
        return new Evaluation(
                ranking.customers(),
                base,
                auc(ranking),
                averagePrecision(ranking),
                base == 0 ? 0 : topShare(ranking) / base,
                brier(ranking),
                expectedCalibrationError(bins),
                logLoss(ranking),
                Platt.fit(probabilities, churned).slope(),
                bins);
    }

    /** Bins whose prediction lies in the 95 % interval of what came. */
    public long plausibleBins() {
        return bins.stream().filter(Bin::isPlausible).count();
    }

    /** Mean probability. */
    public double predicted() {
        return bins.stream()
                        .mapToDouble(bin -> bin.customers() * bin.predicted())
                        .sum()
                / customers;
    }

    /**
     * The same with all logits shifted so that the mean is what came: what is then still wrong is the shape, what was
     * wrong before is the level, which season and trend move.
     */
    static Evaluation levelled(double[] probabilities, boolean[] churned) {
        return of(Logit.withMean(probabilities, Panel.count(churned) / churned.length), churned);
    }

    /**
     * Where so many customers were scored that a bin is known well, and fewer than nine in ten bins hold: in words, what
     * went wrong and how one knows. Empty where the probabilities hold, or too few customers tell.
     */
    public static Optional<String> misfit(double[] probabilities, boolean[] churned) {
        var own = of(probabilities, churned);
        if (own.customers <= MANY_CUSTOMERS || own.plausibleBins() >= RIGHT_BINS) {
            return Optional.empty();
        }
        long atLevel = levelled(probabilities, churned).plausibleBins();
        String cause = atLevel > own.plausibleBins()
                ? "at the level that came %d do: season or trend moved the level, which the days before cannot tell"
                : "at the level that came no more do: %d; the customers changed their ways";
        return Optional.of(String.format(
                Locale.ROOT,
                "%d of %d bins agree with what came: %.1f %% were predicted, %.1f %% came; " + cause,
                own.plausibleBins(),
                own.bins.size(),
                100 * own.predicted(),
                100 * own.base,
                atLevel));
    }

    /** How much smaller the Brier score is than that of saying the base to everybody; below 0 it is worse. */
    public double brierSkill() {
        double uncertainty = base * (1 - base);
        return uncertainty == 0 ? 0 : 1 - brier / uncertainty;
    }

    /** Area under the curve of ranks: probability that one who churned stands above one who did not. */
    static double auc(double[] scores, boolean[] churned) {
        return auc(Ranking.of(scores, churned));
    }

    private static double auc(Ranking ranking) {
        double pairs = (double) ranking.churned() * (ranking.customers() - ranking.churned());
        double won = 0;
        double stayedBelow = 0;
        for (Tie tie : ranking.rising()) {
            long stayed = tie.customers() - tie.churned();
            won += tie.churned() * (stayedBelow + stayed / 2.0);
            stayedBelow += stayed;
        }
        return pairs == 0 ? 0.5 : won / pairs;
    }

    private static double averagePrecision(Ranking ranking) {
        double sum = 0;
        double listed = 0;
        double found = 0;
        for (Tie tie : ranking.falling()) {
            listed += tie.customers();
            found += tie.churned();
            sum += tie.churned() * found / listed;
        }
        return ranking.churned() == 0 ? 0 : sum / ranking.churned();
    }

    private static double topShare(Ranking ranking) {
        double size = Math.max(1, TOP_SHARE * ranking.customers());
        double left = size;
        double found = 0;
        for (Tie tie : ranking.falling()) {
            double taken = Math.min(left, tie.customers());
            found += taken * tie.churned() / tie.customers();
            left -= taken;
        }
        return found / size;
    }

    private static double brier(Ranking ranking) {
        double sum = 0;
        for (Tie tie : ranking.rising()) {
            double p = tie.score();
            sum += tie.churned() * (1 - p) * (1 - p) + (tie.customers() - tie.churned()) * p * p;
        }
        return sum / ranking.customers();
    }

    private static double logLoss(Ranking ranking) {
        double sum = 0;
        for (Tie tie : ranking.rising()) {
            double p = Logit.clamp(tie.score());
            sum -= tie.churned() * Math.log(p) + (tie.customers() - tie.churned()) * Math.log1p(-p);
        }
        return sum / ranking.customers();
    }

    private static List<Bin> bins(Ranking ranking) {
        int count = (int) Math.min(BINS, ranking.customers());
        double size = (double) ranking.customers() / count;
        var bins = new ArrayList<Bin>();
        double customers = 0;
        double predicted = 0;
        double observed = 0;
        for (Tie tie : ranking.rising()) {
            for (double left = tie.customers(); left > 0; ) {
                double taken = bins.size() == count - 1 ? left : Math.min(left, size - customers);
                customers += taken;
                predicted += taken * tie.score();
                observed += taken * tie.churned() / tie.customers();
                // a crumb of rounding is no customer
                left = left - taken < 1e-9 * size ? 0 : left - taken;
                if (bins.size() < count - 1 && size - customers < 1e-9 * size) {
                    bins.add(new Bin(customers, predicted / customers, observed / customers));
                    customers = predicted = observed = 0;
                }
            }
        }
        if (customers > 0) {
            bins.add(new Bin(customers, predicted / customers, observed / customers));
        }
        return bins;
    }

    private static double expectedCalibrationError(List<Bin> bins) {
        double sum = 0;
        double customers = 0;
        for (Bin bin : bins) {
            sum += bin.customers() * Math.abs(bin.predicted() - bin.observed());
            customers += bin.customers();
        }
        return sum / customers;
    }
}
