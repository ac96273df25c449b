package cartera.model.churn;

import java.util.Arrays;

/** Learns by {@link LogisticRegression}. */
record LogisticLearner() implements Learner {

    private static final double[] PENALTIES = {1000, 300, 100, 30, 10, 3, 1};

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
        var regression = LogisticRegression.best(bends.bent(examples), PENALTIES);
        return Arrays.stream(asked)
                .mapToDouble(row -> regression.probability(bends.of(row)))
                .toArray();
    }
}
