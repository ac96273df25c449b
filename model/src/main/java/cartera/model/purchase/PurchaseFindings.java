package cartera.model.purchase;

import cartera.model.fit.Estimate;
import cartera.model.fit.Finding;
import cartera.model.fit.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What can be wrong with the fit of a purchase model. */
final class PurchaseFindings {

    /** Four parameters are not worth fitting on fewer. */
    private static final int FEWEST_REPEAT_BUYERS = 50;

    private static final double MOST_EVIDENCE = 1e3;
    private static final double LEAST_DROPOUT = 1e-3;
    private static final double LEAST_GAIN = 2;
    /** Above this shape the rates of customers differ by less than 3 %. */
    private static final double LEAST_SPREAD = 1e3;
    /** A decade inside the bounds of a fit. */
    private static final double FAR = 1e5;

    private PurchaseFindings() {}

    /** Faults of the sample, whatever the model. */
    static List<Finding> ofData(PurchaseSample sample) {
        if (!(sample.observedWeeks() > 0)) {
            return List.of(finding(Kind.NO_OBSERVATIONS, "no customer was observed for a day or more"));
        }
        long repeatBuyers = sample.repeatBuyers();
        if (repeatBuyers == 0) {
            return List.of(finding(Kind.NO_REPEAT_PURCHASES, "nobody bought on a second day"));
        }
        if (repeatBuyers < FEWEST_REPEAT_BUYERS) {
            return List.of(finding(
                    Kind.FEW_REPEAT_BUYERS, "%d repeat buyers; %d are needed", repeatBuyers, FEWEST_REPEAT_BUYERS));
        }
        return List.of();
    }

    /** Faults of a fit with dropout; {@code noDropout} is the log-likelihood of the model of the same k without. */
    static List<Finding> ofDropout(PurchaseModel model, Estimate estimate, PurchaseSample sample, double noDropout) {
        var findings = new ArrayList<>(ofData(sample));
        double gain = estimate.logLikelihood() - noDropout;
        if (gain >= LEAST_GAIN && model instanceof BetaGeometric law && isSameDropout(law)) {
            // the likelihood is flat along a + b: where the search came to rest on it means nothing
            findings.add(finding(
                    Kind.SAME_DROPOUT,
                    "customers do not differ in how likely they leave: with a chance of %.3f after each purchase",
                    leaving(law)));
            return findings;
        }
        if (gain < LEAST_GAIN || isWithoutDropout(model)) {
            findings.add(finding(
                    Kind.NO_DROPOUT,
                    "nobody can be seen to leave: log-likelihood %.2f better than without dropout, %s",
                    gain,
                    model.parameters()));
        }
        findings.addAll(ofRates(model, estimate));
        return findings;
    }

    /** Faults of the law of rates, r and alpha, and of the search; what comes after these two is the law of leaving. */
    static List<Finding> ofRates(PurchaseModel model, Estimate estimate) {
        var findings = new ArrayList<Finding>();
        double r = estimate.values().get(0);
        boolean isWithoutSpread = r > LEAST_SPREAD;
        if (isWithoutSpread) {
            findings.add(finding(
                    Kind.NO_SPREAD, "customers do not differ in their rates (r %.0f): forecast the total only", r));
        }
        boolean isDropoutFar = estimate.values().stream().skip(2).anyMatch(value -> value > FAR || value < 1 / FAR);
        if (estimate.isOnBound() && (!isWithoutSpread || isDropoutFar)) {
            findings.add(onBound(model));
        }
        if (!estimate.isConverged()) {
            findings.add(notConverged(estimate));
        }
        return findings;
    }

    /** Whether a beta law of leaving has shrunk to a point or to nothing. */
    private static boolean isWithoutDropout(PurchaseModel model) {
        return model instanceof BetaGeometric law
                && (law.a() + law.b() > MOST_EVIDENCE || leaving(law) < LEAST_DROPOUT);
    }

    /** Whether it has shrunk to a point that is not nothing, while rates differ: equal histories tell nothing of leaving. */
    private static boolean isSameDropout(BetaGeometric law) {
        return law.a() + law.b() > MOST_EVIDENCE && leaving(law) >= LEAST_DROPOUT && law.r() <= LEAST_SPREAD;
    }

    /** The mean chance. */
    private static double leaving(BetaGeometric law) {
        return law.a() / (law.a() + law.b());
    }

    static Finding onBound(PurchaseModel model) {
        return finding(Kind.ON_BOUND, "a parameter ran to the edge of its range: %s", model.parameters());
    }

    static Finding notConverged(Estimate estimate) {
        return finding(Kind.NOT_CONVERGED, "no maximum found in %d iterations", estimate.iterations());
    }

    static Finding finding(Kind kind, String note, Object... values) {
        return new Finding(kind, String.format(Locale.ROOT, note, values));
    }
}
