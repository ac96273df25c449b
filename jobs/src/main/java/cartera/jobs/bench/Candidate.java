package cartera.jobs.bench;

import cartera.model.fit.Finding;
import cartera.model.fit.Fitted;
import cartera.model.purchase.Accuracy;
import cartera.model.purchase.Blend;
import cartera.model.purchase.Calibration;
import cartera.model.purchase.Holdout;
import cartera.model.purchase.PurchaseChoice;
import cartera.model.purchase.PurchaseHistory;
import cartera.model.purchase.PurchaseModel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A forecast of purchases that may be chosen: a model, several weighed together, or the rule.
 *
 * @param fit null of a blend, of cohorts and of the rule
 * @param earlier how it did when made at the earlier cut; empty where there is none
 * @param remark what it is, of no model
 */
record Candidate(
        String name,
        Forecast forecast,
        @Nullable Fitted<PurchaseModel> fit,
        Optional<Accuracy> earlier,
        @Nullable String remark) {

    /** Purchase days to be expected. */
    interface Forecast {
        double expectedPurchases(PurchaseHistory history, double weeks);
    }

    static Candidate of(RhythmRule rule, Optional<Accuracy> earlier) {
        return new Candidate("rule", rule::expectedPurchases, null, earlier, "no model: the customer's own rhythm");
    }

    /** The blend with what the earlier periods agree to scale it by. */
    static Candidate of(Blend blend, Calibration calibration, Optional<Accuracy> earlier) {
        return new Candidate(
                "blend",
                (history, weeks) -> calibration.factor() * blend.expectedPurchases(history, weeks),
                null,
                earlier,
                weights(blend, calibration));
    }

    static String weights(Blend blend, Calibration calibration) {
        return calibration.factor() == 1
                ? weights(blend)
                : String.format(Locale.ROOT, "%s; times %.3f", weights(blend), calibration.factor());
    }

    private static String weights(Blend blend) {
        return blend.parts().stream()
                .map(part -> String.format(
                        Locale.ROOT, "%.2f %s", part.weight(), part.model().label()))
                .collect(Collectors.joining(", "));
    }

    static Candidate of(Fitted<PurchaseModel> fit, List<PurchaseChoice.Backtest> backtests) {
        String name = fit.model().label();
        Optional<Accuracy> earlier = backtests.stream()
                .filter(test -> test.fit().model().label().equals(name))
                .map(PurchaseChoice.Backtest::accuracy)
                .findFirst();
        return new Candidate(name, fit.model()::expectedPurchases, fit, earlier, null);
    }

    Map<String, Double> parameters() {
        return fit == null ? Map.of() : fit.model().parameters();
    }

    @Nullable
    Double logLikelihood() {
        return fit == null ? null : (Double) fit.logLikelihood();
    }

    /** What the fit found out about itself, as codes; null if all is well. */
    @Nullable
    String findings() {
        return found(finding -> finding.kind().name().toLowerCase(Locale.ROOT));
    }

    /** The same in words. */
    @Nullable
    String note() {
        return fit == null ? remark : found(Finding::note);
    }

    private @Nullable String found(Function<Finding, String> text) {
        return fit == null || fit.findings().isEmpty()
                ? null
                : fit.findings().stream().map(text).collect(Collectors.joining("; "));
    }

    /** The bias of a total once it is scaled by what the earlier cut missed; empty where there it expected nothing. */
    OptionalDouble calibratedBias(Accuracy later) {
        return earlier.filter(before -> before.expected() > 0 && before.actual() > 0 && later.actual() > 0)
                .map(before -> OptionalDouble.of((1 + later.bias()) / (1 + before.bias()) - 1))
                .orElse(OptionalDouble.empty());
    }

    Accuracy accuracy(Holdout holdout) {
        return holdout.accuracy(history -> forecast.expectedPurchases(history, holdout.weeks()));
    }
}
