package cartera.model.churn;

import java.util.Arrays;

/** Learns by {@link LogisticRegression}. */
record LogisticLearner(double penalty) implements Learner {

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
        var regression = LogisticRegression.fit(examples, penalty);
        return Arrays.stream(asked).mapToDouble(regression::probability).toArray();
    }
}
