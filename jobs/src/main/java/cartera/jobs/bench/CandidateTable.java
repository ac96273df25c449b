package cartera.jobs.bench;

import cartera.jobs.lake.Type;
import cartera.model.purchase.Accuracy;
import cartera.model.purchase.Holdout;
import java.util.Optional;

/** The candidates as a table: first each as a whole, then each by the number of repeat purchases before the cut. */
final class CandidateTable {

    private final Choice choice;
    private final Optional<Holdout> holdout;
    private final BenchTable table = new BenchTable()
            .columns(Type.TEXT, "model")
            .columns(Type.BOOLEAN, "is_chosen")
            .columns(Type.DOUBLE, "k", "r", "alpha", "a", "b", "s", "beta", "log_likelihood")
            .columns(Type.INTEGER, "frequency", "count")
            .columns(
                    Type.DOUBLE,
                    "sum",
                    "actual",
                    "bias",
                    "rmse",
                    "mae",
                    "weeks",
                    "earlier_rmse",
                    "earlier_bias",
                    "calibrated_bias")
            .columns(Type.TEXT, "findings", "note");

    private CandidateTable(Choice choice, Optional<Holdout> holdout) {
        this.choice = choice;
        this.holdout = holdout;
    }

    static BenchTable of(Choice choice, Optional<Holdout> holdout) {
        return new CandidateTable(choice, holdout).filled();
    }

    private BenchTable filled() {
        choice.candidates().forEach(this::whole);
        choice.candidates()
                .forEach(candidate -> holdout.ifPresent(
                        days -> candidate.accuracy(days).byFrequency().forEach(some -> frequency(candidate, some))));
        if (choice.candidates().isEmpty()) {
            table.line()
                    .set("model", "counts")
                    .set("is_chosen", true)
                    .set("findings", "few_repeat_buyers")
                    .set("note", "too few repeat buyers for a forecast: counts of the past only");
        }
        return table;
    }

    private void whole(Candidate candidate) {
        BenchTable.Line line = table.line()
                .set("model", candidate.name())
                .set("is_chosen", choice.isChosen(candidate))
                .set("log_likelihood", candidate.logLikelihood())
                .set("findings", candidate.findings())
                .set("note", candidate.note());
        candidate.parameters().forEach(line::set);
        candidate
                .earlier()
                .ifPresent(accuracy ->
                        line.set("earlier_rmse", accuracy.rootMeanSquareError()).set("earlier_bias", accuracy.bias()));
        holdout.ifPresent(days -> compare(line, candidate, days));
    }

    private static void compare(BenchTable.Line line, Candidate candidate, Holdout days) {
        Accuracy accuracy = candidate.accuracy(days);
        line.set("count", accuracy.customers())
                .set("sum", accuracy.expected())
                .set("actual", accuracy.actual())
                .set("bias", accuracy.bias())
                .set("rmse", accuracy.rootMeanSquareError())
                .set("mae", accuracy.meanAbsoluteError())
                .set("weeks", days.weeks());
        candidate.calibratedBias(accuracy).ifPresent(bias -> line.set("calibrated_bias", bias));
    }

    private void frequency(Candidate candidate, Accuracy.Frequency some) {
        table.line()
                .set("model", candidate.name())
                .set("frequency", (long) some.repeatPurchases())
                .set("count", some.customers())
                .set("sum", some.expected())
                .set("actual", some.actual());
    }
}
