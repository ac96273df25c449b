package cartera.model.fit;

import java.util.List;
import java.util.Map;

/**
 * A model with fitted parameters and how the fit went.
 *
 * @param logLikelihood at the parameters
 * @param observations customers the fit rests on
 * @param findings failure modes met; empty for a sound fit
 */
public record Fitted<M>(
        M model,
        List<Parameter> parameters,
        double logLikelihood,
        long observations,
        int iterations,
        boolean isConverged,
        List<Finding> findings) {

    /** Joins a model with the estimate of those of its parameters that are named in {@code estimated}. */
    public static <M> Fitted<M> of(
            M model,
            Map<String, Double> parameters,
            List<String> estimated,
            Estimate estimate,
            long observations,
            List<Finding> findings) {
        return new Fitted<>(
                model,
                Parameter.of(parameters, estimated, estimate),
                estimate.logLikelihood(),
                observations,
                estimate.iterations(),
                estimate.isConverged(),
                List.copyOf(findings));
    }

    /** Whether nothing found forbids the model's use. */
    public boolean isUsable() {
        return findings.stream().noneMatch(finding -> finding.kind().isDisqualifying());
    }

    /** Whether the fit found this. */
    public boolean has(Finding.Kind kind) {
        return findings.stream().anyMatch(finding -> finding.kind() == kind);
    }
}
