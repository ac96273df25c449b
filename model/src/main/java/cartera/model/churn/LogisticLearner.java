package cartera.model.churn;

import java.util.Arrays;

/**
 * Learns by {@link LogisticRegression} on {@link Bends}.
 *
 * @param penalties to choose from, falling
 */
record LogisticLearner(double... penalties) implements Learner {

    private static final double[] PENALTIES = {1024, 256, 64, 16, 4, 1};

    LogisticLearner() {
        this(PENALTIES);
    }

    /** The same with the penalty that these examples choose, for all that it learns from. */
    LogisticLearner settled(Examples examples) {
        return new LogisticLearner(fit(Bends.of(examples), examples).penalty());
    }

    private LogisticRegression fit(Bends bends, Examples examples) {
        return LogisticRegression.best(bends.bent(examples), penalties);
    }

    @Override
    public String name() {
        return "logistic";
    }

    @Override
    public String basis() {
        return "logistic regression";
    }

    @Override
    public double[] probabilities(Examples examples, double[][] asked) {
        var bends = Bends.of(examples);
        var regression = fit(bends, examples);
        return Arrays.stream(asked)
                .mapToDouble(row -> regression.probability(bends.of(row)))
                .toArray();
    }
}
