package cartera.model.purchase;

import cartera.model.fit.BlockSum;
import java.util.Optional;

/** The customers' terms of one evaluation of a {@link PurchaseLikelihood}, with the tables they share. */
final class PurchaseTerms implements BlockSum.Terms {

    private final PurchaseSample sample;
    private final Optional<Dropout> dropout;
    private final int k;
    private final double r;
    private final double alpha;
    private final double a;
    private final double b;
    private final Rising steps;
    private final Rising stays;
    private final Rising chances;
    /** ln(alpha + time) for the sample's distinct times. */
    private final double[] logScales;

    PurchaseTerms(PurchaseSample sample, Optional<Dropout> dropout, int k, double[] parameters) {
        this.sample = sample;
        this.dropout = dropout;
        this.k = k;
        this.r = parameters[0];
        this.alpha = parameters[1];
        this.a = dropout.isPresent() ? parameters[2] : 0;
        this.b = dropout.isPresent() ? parameters[3] : 1;
        int most = sample.mostRepeatPurchases();
        this.steps = Rising.of(r, k * most);
        this.stays = Rising.of(b, most + 1);
        this.chances = Rising.of(a + b, most + 1);
        this.logScales = sample.times().clone();
        for (int i = 0; i < logScales.length; i++) {
            logScales[i] = Math.log(alpha + logScales[i]);
        }
    }

    @Override
    public void add(int from, int to, double[] sums) {
        double[] term = new double[sums.length];
        for (int i = from; i < to; i++) {
            double customers = sample.groups().get(i).customers();
            fill(i, term);
            for (int j = 0; j < sums.length; j++) {
                sums[j] += customers * term[j];
            }
        }
    }

    /** The log-likelihood of one customer of group {@code i} and its derivatives by r, alpha, a and b. */
    private void fill(int i, double[] term) {
        var history = sample.groups().get(i).history();
        int x = history.repeatPurchases();
        double shape = r + (double) k * x;
        double scale = alpha + history.ageWeeks();
        double logScale = logScales[sample.age(i)];
        double logAlpha = Math.log(alpha);
        term[0] = steps.logarithm(k * x) + r * logAlpha - shape * logScale;
        term[1] = steps.derivative(k * x) + logAlpha - logScale;
        term[2] = r / alpha - shape / scale;

        var silence = new Silence(k, shape, history.silentWeeks() / scale);
        double gone = dropout.isPresent() ? addDropout(i, silence, term) : 0;
        term[0] += silence.logarithm();
        term[1] += (1 - gone) * silence.byShape();
        term[2] -= (1 - gone) * silence.byLogTime() / scale;
    }

    /** Adds what dropout changes and returns the probability that the customer has left. */
    private double addDropout(int i, Silence silence, double[] term) {
        var history = sample.groups().get(i).history();
        int n = dropout.orElseThrow().chances(history.repeatPurchases());
        term[0] += stays.logarithm(n) - chances.logarithm(n);
        term[3] = -chances.derivative(n);
        term[4] = stays.derivative(n) - chances.derivative(n);
        if (n == 0) {
            return 0;
        }
        double shape = r + (double) k * history.repeatPurchases();
        double longer = logScales[sample.age(i)] - logScales[sample.span(i)];
        double odds = Math.log(a) - Math.log(b + n - 1) + shape * longer - silence.logarithm();
        double gone = 1 / (1 + Math.exp(-odds));
        term[0] += Softplus.of(odds);
        term[1] += gone * longer;
        term[2] += gone * shape * (1 / (alpha + history.ageWeeks()) - 1 / (alpha + history.spanWeeks()));
        term[3] += gone / a;
        term[4] -= gone / (b + n - 1);
        return gone;
    }
}
