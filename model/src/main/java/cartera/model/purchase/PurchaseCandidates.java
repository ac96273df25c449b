package cartera.model.purchase;

import cartera.model.fit.Fitted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * The purchase models, fitted on a sample. A large sample takes its time, so that a small part of it is searched from several
 * starts and for the number of steps of a gap; the whole then from where that led.
 */
final class PurchaseCandidates {

    static final Comparator<Fitted<PurchaseModel>> LIKELIHOOD = Comparator.comparingDouble(Fitted::logLikelihood);

    private static final int MOST_STEPS = 12;
    private static final int PART_OF_LARGE = 2500;
    /** Different histories, which are what a fit takes time for. */
    private static final int LARGE = 2 * PART_OF_LARGE;

    private PurchaseCandidates() {}

    /** All models, of one step and up to the most likely number of steps. */
    static List<Fitted<PurchaseModel>> all(PurchaseSample sample) {
        return fits(sample, some -> {
            var candidates = toPeak(some, List.of(Dropout.values()));
            candidates.add(ParetoNbd.fit(some, candidates.get(0)));
            return candidates;
        });
    }

    /** Those that likelihood alone may choose from: without dropout, and with dropout after any purchase. */
    static List<Fitted<PurchaseModel>> withoutHoldout(PurchaseSample sample) {
        return fits(sample, some -> toPeak(some, List.of(Dropout.AFTER_ANY_PURCHASE)));
    }

    private static List<Fitted<PurchaseModel>> fits(
            PurchaseSample sample, Function<PurchaseSample, List<Fitted<PurchaseModel>>> search) {
        return sample.size() > LARGE
                ? refitted(sample, search.apply(sample.thinned(PART_OF_LARGE)))
                : search.apply(sample);
    }

    /** Each model again, on another sample; the one without dropout comes before the others of its number of steps. */
    private static List<Fitted<PurchaseModel>> refitted(PurchaseSample sample, List<Fitted<PurchaseModel>> fits) {
        var refitted = new ArrayList<Fitted<PurchaseModel>>();
        for (var fit : fits) {
            refitted.add(refitted(sample, fit.model(), refitted));
        }
        return refitted;
    }

    private static Fitted<PurchaseModel> refitted(
            PurchaseSample sample, PurchaseModel model, List<Fitted<PurchaseModel>> before) {
        if (model instanceof BetaGeometric law) {
            return law.refitted(sample, steady(before, law.k()));
        }
        return model instanceof ParetoNbd law
                ? law.refitted(sample, steady(before, 1))
                : ((Nbd) model).refitted(sample);
    }

    /** The one without dropout of that many steps. */
    static Fitted<PurchaseModel> steady(List<Fitted<PurchaseModel>> candidates, int k) {
        return candidates.stream()
                .filter(fit -> fit.model() instanceof Nbd law && law.k() == k)
                .findFirst()
                .orElseThrow();
    }

    /** Log-likelihood has one peak in k. */
    private static List<Fitted<PurchaseModel>> toPeak(PurchaseSample sample, List<Dropout> dropouts) {
        var candidates = new ArrayList<Fitted<PurchaseModel>>();
        var some = ofSteps(sample, dropouts, 1);
        double peak = Double.NEGATIVE_INFINITY;
        for (int k = 2; likelihood(some) > peak; k++) {
            peak = likelihood(some);
            candidates.addAll(some);
            some = k <= mostSteps(sample) ? ofSteps(sample, dropouts, k) : List.of();
        }
        return candidates;
    }

    private static double likelihood(List<Fitted<PurchaseModel>> fits) {
        return fits.stream().mapToDouble(Fitted::logLikelihood).max().orElse(Double.NEGATIVE_INFINITY);
    }

    private static List<Fitted<PurchaseModel>> ofSteps(PurchaseSample sample, List<Dropout> dropouts, int k) {
        var steady = Nbd.fit(sample, k);
        var fits = new ArrayList<>(List.of(steady));
        dropouts.forEach(dropout -> fits.add(BetaGeometric.fit(sample, dropout, steady)));
        return fits;
    }

    /** Above one step the gaps must be known. */
    private static int mostSteps(PurchaseSample sample) {
        return sample.repeatPurchases() > 0 && sample.logGapSum().isPresent() ? MOST_STEPS : 1;
    }

    /** A model of the same kind as another, fitted on a sample. */
    static Fitted<PurchaseModel> fit(PurchaseSample sample, PurchaseModel kind) {
        if (kind instanceof BetaGeometric law) {
            return BetaGeometric.fit(sample, law.dropout(), law.k());
        }
        return kind instanceof Nbd steady ? Nbd.fit(sample, steady.k()) : ParetoNbd.fit(sample);
    }
}
