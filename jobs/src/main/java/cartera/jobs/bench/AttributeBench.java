package cartera.jobs.bench;

import cartera.jobs.lake.Type;
import cartera.model.churn.AttributeForecast;
import cartera.model.churn.Evaluation;
import cartera.model.churn.Learner;
import cartera.model.churn.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who ends the contract, from a table of attributes: every customer scored by models that have not seen this one. */
public final class AttributeBench implements ChurnBench {

    private static final double TOO_GOOD = 0.99;

    private final AttributeTable table;
    private final boolean[] churned;
    private final List<Scorer> scorers;

    /**
     * Trains and scores.
     *
     * @param learners beside the logistic
     * @throws UnusableTable for fewer than five customers or outcomes of one kind only
     */
    public AttributeBench(AttributeTable table, List<Learner> learners) {
        this.table = table;
        this.churned = new boolean[table.churned().size()];
        for (int i = 0; i < churned.length; i++) {
            churned[i] = table.churned().get(i);
        }
        if (table.keys().stream().distinct().count() < 5) {
            throw new UnusableTable("it has %d customers with an outcome; five folds need 5 or more"
                    .formatted(table.keys().stream().distinct().count()));
        }
        if (table.churned().stream().distinct().count() < 2) {
            throw new UnusableTable("all %d outcomes are the same; both kinds are needed".formatted(churned.length));
        }
        this.scorers = AttributeForecast.outOfFold(table.attributes(), table.keys(), churned, learners);
    }

    private Scorer chosen() {
        return scorers.get(0);
    }

    @Override
    public BenchTable scorers() {
        return ChurnTable.of(scorers, chosen().name(), Optional.of(churned));
    }

    /** {@code id, probability}, in the order of the file. */
    @Override
    public BenchTable probabilities() {
        BenchTable probabilities = new BenchTable().columns(Type.TEXT, "id").columns(Type.DOUBLE, "probability");
        double[] chosen = chosen().probabilities();
        for (int i = 0; i < chosen.length; i++) {
            probabilities.line().set("id", table.ids().get(i)).set("probability", chosen[i]);
        }
        return probabilities;
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        Evaluation evaluation = Evaluation.of(chosen().probabilities(), churned);
        notes.add(String.format(
                Locale.ROOT,
                "%d customers, %.1f %% churned; %d columns, five folds, each customer scored out of fold",
                evaluation.customers(),
                100 * evaluation.base(),
                table.attributes().size()));
        if (!table.leftOut().isEmpty()) {
            notes.add("Left out: " + String.join(", ", table.leftOut()));
        }
        if (evaluation.auc() > TOO_GOOD) {
            notes.add(String.format(
                    Locale.ROOT,
                    "Note: an AUC of %.4f is too good: is a column among them that is known only after the fact?",
                    evaluation.auc()));
        }
        return notes;
    }
}
