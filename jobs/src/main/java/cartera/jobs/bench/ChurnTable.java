package cartera.jobs.bench;

import cartera.jobs.lake.Type;
import cartera.model.churn.Evaluation;
import cartera.model.churn.Scorer;
import java.util.List;
import java.util.Optional;

/** Scorers as a table: first each as a whole, then each by tenth of the customers, lowest probabilities first. */
final class ChurnTable {

    private ChurnTable() {}

    /** With {@code outcomes} the measures, too. */
    static BenchTable of(List<Scorer> scorers, String chosen, Optional<boolean[]> outcomes) {
        BenchTable table = new BenchTable()
                .columns(Type.TEXT, "scorer")
                .columns(Type.BOOLEAN, "is_chosen")
                .columns(Type.INTEGER, "bin")
                .columns(Type.DOUBLE, "customers", "base", "auc", "pr_auc", "lift_10", "brier", "brier_skill", "ece")
                .columns(Type.DOUBLE, "log_loss", "slope", "predicted", "observed")
                .columns(Type.BOOLEAN, "is_plausible")
                .columns(Type.TEXT, "basis");
        for (Scorer scorer : scorers) {
            BenchTable.Line line = table.line()
                    .set("scorer", scorer.name())
                    .set("is_chosen", scorer.name().equals(chosen))
                    .set("basis", scorer.basis());
            outcomes.ifPresent(churned -> measure(line, Evaluation.of(scorer.probabilities(), churned)));
        }
        outcomes.ifPresent(churned -> scorers.forEach(scorer -> bins(table, scorer, churned)));
        return table;
    }

    private static void measure(BenchTable.Line line, Evaluation evaluation) {
        line.set("customers", (double) evaluation.customers())
                .set("base", evaluation.base())
                .set("auc", evaluation.auc())
                .set("pr_auc", evaluation.prAuc())
                .set("lift_10", evaluation.lift())
                .set("brier", evaluation.brier())
                .set("brier_skill", evaluation.brierSkill())
                .set("ece", evaluation.ece())
                .set("log_loss", evaluation.logLoss())
                .set("slope", evaluation.slope());
    }

    private static void bins(BenchTable table, Scorer scorer, boolean[] churned) {
        List<Evaluation.Bin> bins =
                Evaluation.of(scorer.probabilities(), churned).bins();
        for (int i = 0; i < bins.size(); i++) {
            table.line()
                    .set("scorer", scorer.name())
                    .set("bin", i + 1L)
                    .set("customers", bins.get(i).customers())
                    .set("predicted", bins.get(i).predicted())
                    .set("observed", bins.get(i).observed())
                    .set("is_plausible", bins.get(i).isPlausible());
        }
    }
}
