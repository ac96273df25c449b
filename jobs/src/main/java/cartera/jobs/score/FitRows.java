package cartera.jobs.score;

import cartera.jobs.engine.Row;
import cartera.model.fit.Finding;
import cartera.model.fit.Fitted;
import cartera.model.fit.Parameter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A fitted model as rows, one for each parameter: what {@code scores.model_fit} shows and {@code customer_value} uses. */
final class FitRows {

    static final List<String> COLUMNS = List.of(
            "model",
            "parameter",
            "value",
            "standard_error",
            "log_likelihood",
            "observations",
            "is_converged",
            "is_chosen",
            "grade",
            "note");

    private static final Row.Header HEADER = Row.Header.named(COLUMNS.toArray(String[]::new));

    /** From so many customers on a sound fit is graded A: its parameters are known to a few percent. */
    private static final long MANY_OBSERVATIONS = 1000;

    private FitRows() {}

    /** The model that the values are computed with. */
    static List<Row> chosen(String model, Fitted<?> fitted) {
        return rows(model, fitted, true);
    }

    /** A model beside it, to compare with. */
    static List<Row> besides(String model, Fitted<?> fitted) {
        return rows(model, fitted, false);
    }

    /** A rule with its constants, where no model can be fitted or none does better. */
    static Row rule(String model, Parameter parameter, long observations, Boolean isChosen) {
        return HEADER.row(
                model,
                parameter.name(),
                parameter.value(),
                null,
                null,
                observations,
                true,
                isChosen,
                "C",
                "a rule, no fit");
    }

    private static List<Row> rows(String model, Fitted<?> fitted, Boolean isChosen) {
        return fitted.parameters().stream()
                .map(parameter -> HEADER.row(
                        model,
                        parameter.name(),
                        parameter.value(),
                        standardError(parameter),
                        fitted.logLikelihood(),
                        fitted.observations(),
                        fitted.isConverged(),
                        isChosen,
                        grade(fitted),
                        note(fitted)))
                .toList();
    }

    private static @Nullable Double standardError(Parameter parameter) {
        return parameter.standardError().isPresent()
                ? (Double) parameter.standardError().getAsDouble()
                : null;
    }

    /** A and B are sound fits, of many customers and of few; C has a finding; D is not to be used. */
    private static String grade(Fitted<?> fitted) {
        if (!fitted.isUsable()) {
            return "D";
        }
        if (!fitted.findings().isEmpty()) {
            return "C";
        }
        return fitted.observations() < MANY_OBSERVATIONS ? "B" : "A";
    }

    private static @Nullable String note(Fitted<?> fitted) {
        return fitted.findings().isEmpty()
                ? null
                : fitted.findings().stream().map(Finding::note).collect(Collectors.joining("; "));
    }
}
