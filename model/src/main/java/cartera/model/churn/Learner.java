package cartera.model.churn;

/**
 * A way to learn probabilities of churn from examples: {@link LogisticLearner}, and what else is installed as a service.
 *
 * <p>Equal examples and rows give equal probabilities: no clock, no chance without a fixed seed, no effect of threads.
 */
public interface Learner {

    /** Name for tables, one word such as {@code logistic}. */
    String name();

    /** How it learns, in English, with its settings. */
    String basis();

    /**
     * The probability of churn of each row of {@code asked}, from 0 to 1.
     *
     * @param examples at least one
     * @param asked rows as wide as those of the examples, all finite
     */
    double[] probabilities(Examples examples, double[][] asked);
}
