package cartera.model.purchase;

import cartera.model.fit.BlockSum;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** The customers' terms of one evaluation of a {@link PurchaseLikelihood}, with the tables they share. */
final class PurchaseTerms implements BlockSum.Terms {

    private final PurchaseSample sample;
    private final Optional<Dropout> dropout;
    private final int k;
    private final double r;
    private final double alpha;
    private final double a;
    private final double b;
    private final double logAlpha;
    private final Rising steps;
    private final Rising stays;
    private final Rising chances;
    /** ln(alpha + time) and its derivative for the sample's distinct times. */
    private final double[] logScales;

    private final double[] inverseScales;
    /** By occasions to leave: ln a / (b + n - 1), the odds of having left at the last one but for the silence. */
    private final double[] logOdds;

    PurchaseTerms(PurchaseSample sample, Optional<Dropout> dropout, int k, double[] parameters) {
        this.sample = sample;
        this.dropout = dropout;
        this.k = k;
        this.r = parameters[0];
        this.alpha = parameters[1];
        this.a = dropout.isPresent() ? parameters[2] : 0;
        this.b = dropout.isPresent() ? parameters[3] : 1;
        this.logAlpha = Math.log(alpha);
        int most = sample.mostRepeatPurchases();
        this.steps = Rising.of(r, k * most);
        this.stays = Rising.of(b, most + 1);
        this.chances = Rising.of(a + b, most + 1);
        double[] times = sample.times();
        this.logScales =
                Arrays.stream(times).map(time -> Math.log(alpha + time)).toArray();
        this.inverseScales =
                Arrays.stream(times).map(time -> 1 / (alpha + time)).toArray();
        this.logOdds = IntStream.rangeClosed(0, most + 1)
                .mapToDouble(n -> Math.log(a) - Math.log(b + n - 1))
                .toArray();
    }

    @Override
    public void add(int from, int to, double[] sums) {
        double[] term = new double[sums.length];
        for (int i = from; i < to; i++) {
            fill(i, term);
            double customers = sample.customers(i);
            for (int j = 0; j < sums.length; j++) {
                sums[j] += customers * term[j];
            }
        }
    }

    /** The log-likelihood of one customer of group {@code i} and its derivatives by r, alpha, a and b. */
    private void fill(int i, double[] term) {
        int x = sample.repeatPurchases(i);
        int age = sample.age(i);
        double shape = r + (double) k * x;
        term[0] = steps.logarithm(k * x) + r * logAlpha - shape * logScales[age];
        term[1] = steps.derivative(k * x) + logAlpha - logScales[age];
        term[2] = r / alpha - shape * inverseScales[age];

        var silence = new Silence(k, shape, sample.silentWeeks(i) * inverseScales[age]);
        double gone = dropout.isPresent() ? addDropout(i, dropout.get().chances(x), silence, term) : 0;
        term[0] += silence.logarithm();
        term[1] += (1 - gone) * silence.byShape();
        term[2] -= (1 - gone) * silence.byLogTime() * inverseScales[age];
    }

    /** Adds what {@code n} occasions to leave change and returns the probability that the customer has left. */
    private double addDropout(int i, int n, Silence silence, double[] term) {
        term[0] += stays.logarithm(n) - chances.logarithm(n);
        term[3] = -chances.derivative(n);
        term[4] = stays.derivative(n) - chances.derivative(n);
        if (n == 0) {
            return 0;
        }
        double shape = r + (double) k * sample.repeatPurchases(i);
        double longer = logScales[sample.age(i)] - logScales[sample.span(i)];
        double odds = logOdds[n] + shape * longer - silence.logarithm();
        double less = Math.exp(-Math.abs(odds));
        double gone = (odds > 0 ? 1 : less) / (1 + less);
        term[0] += Math.max(odds, 0) + Math.log1p(less);
        term[1] += gone * longer;
        term[2] += gone * shape * (inverseScales[sample.age(i)] - inverseScales[sample.span(i)]);
        term[3] += gone / a;
        term[4] -= gone / (b + n - 1);
        return gone;
    }
}
