package cartera.model.purchase;

import cartera.model.fit.Fitted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which purchase model to use.
 *
 * @param chosen may be unusable, too, where the sample allows no model at all: then a rule must do
 * @param candidates all that were fitted, in the order of the attempts
 */
public record PurchaseChoice(Fitted<PurchaseModel> chosen, List<Fitted<PurchaseModel>> candidates) {

    private static final int MOST_STEPS = 12;

    /**
     * The choice without a hold-out: MBG/NBD; of a regular rhythm MBG/CNBD-k with the most likely k, where the gaps are
     * known; the model without dropout of the same k where nobody can be seen to leave.
     */
    public static PurchaseChoice byLikelihood(PurchaseSample sample) {
        var steady = new ArrayList<Fitted<PurchaseModel>>();
        var leaving = new ArrayList<Fitted<PurchaseModel>>();
        for (int k = 1; k <= mostSteps(sample) && isRising(leaving); k++) {
            steady.add(Nbd.fit(sample, k));
            leaving.add(BetaGeometric.fit(sample, Dropout.AFTER_ANY_PURCHASE, steady.get(k - 1)));
        }
        var candidates = new ArrayList<>(steady);
        candidates.addAll(leaving);
        return new PurchaseChoice(likeliest(leaving, steady), List.copyOf(candidates));
    }

    /** Log-likelihood has one peak in k: past the first fall nothing better follows. */
    private static boolean isRising(List<Fitted<PurchaseModel>> fits) {
        int last = fits.size() - 1;
        return last < 1 || fits.get(last).logLikelihood() > fits.get(last - 1).logLikelihood();
    }

    private static int mostSteps(PurchaseSample sample) {
        return sample.repeatPurchases() > 0 && sample.logGapSum().isPresent() ? MOST_STEPS : 1;
    }

    /** The most likely k comes first: at a wrong one silence between regular purchases may look like dropout. */
    private static Fitted<PurchaseModel> likeliest(
            List<Fitted<PurchaseModel>> leaving, List<Fitted<PurchaseModel>> steady) {
        int best = IntStream.range(0, leaving.size())
                .boxed()
                .max(Comparator.comparingDouble(i -> leaving.get(i).logLikelihood()))
                .orElseThrow();
        return leaving.get(best).isUsable() ? leaving.get(best) : steady.get(best);
    }
}
