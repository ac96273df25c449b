package cartera.model.churn;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Who ends the contract, from a table of attributes with a known outcome: five folds, each customer scored by a model
 * that has not seen the customer. Encodings are learnt inside the folds, too. The order of rows does not matter.
 */
public final class AttributeForecast {

    private static final int FOLDS = 5;
    private static final double PENALTY = 1;

    private AttributeForecast() {}

    /**
     * The out-of-fold scorers, the one to use first: {@code logistic} and {@code share}, the same for everybody.
     *
     * @param keys what tells customers apart; rows of one key are held out together
     * @param churned the outcome of each row
     * @throws IllegalArgumentException for fewer than five keys or outcomes of one kind only
     */
    public static List<Scorer> outOfFold(List<Attribute> attributes, List<String> keys, boolean[] churned) {
        check(keys, churned);
        var folds = Folds.of(keys, churned, FOLDS);
        double[] logistic = new double[churned.length];
        double[] share = new double[churned.length];
        for (int fold = 0; fold < FOLDS; fold++) {
            int[] train = folds.outside(fold);
            int[] test = folds.in(fold);
            double base = share(train, churned);
            double[] scores =
                    isOneKind(train, churned) ? filled(test.length, base) : scores(attributes, train, test, churned);
            for (int i = 0; i < test.length; i++) {
                logistic[test[i]] = scores[i];
                share[test[i]] = base;
            }
        }
        return List.of(
                new Scorer("logistic", "%d columns, %d folds".formatted(attributes.size(), FOLDS), logistic),
                new Scorer("share", "the same for everybody", share));
    }

    private static void check(List<String> keys, boolean[] churned) {
        long distinct = keys.stream().distinct().count();
        if (keys.size() != churned.length || distinct < FOLDS) {
            throw new IllegalArgumentException("Invalid keys: %d different ones for %d rows (one a row, %d or more)"
                    .formatted(distinct, churned.length, FOLDS));
        }
        if (isOneKind(IntStream.range(0, churned.length).toArray(), churned)) {
            throw new IllegalArgumentException("Invalid outcomes: all %d rows %s (both kinds are needed)"
                    .formatted(churned.length, churned[0] ? "churned" : "stayed"));
        }
    }

    private static boolean isOneKind(int[] rows, boolean[] churned) {
        return Arrays.stream(rows).mapToObj(row -> churned[row]).distinct().count() < 2;
    }

    private static double share(int[] rows, boolean[] churned) {
        long count = Arrays.stream(rows).filter(row -> churned[row]).count();
        return (count + 0.5) / (rows.length + 1.0);
    }

    private static double[] filled(int length, double value) {
        double[] values = new double[length];
        Arrays.fill(values, value);
        return values;
    }

    private static double[] scores(List<Attribute> attributes, int[] train, int[] test, boolean[] churned) {
        var encodings =
                attributes.stream().map(attribute -> attribute.encoding(train)).toList();
        double[] labels =
                Arrays.stream(train).mapToDouble(row -> churned[row] ? 1 : 0).toArray();
        double[][] features =
                Arrays.stream(train).mapToObj(row -> features(encodings, row)).toArray(double[][]::new);
        var regression = LogisticRegression.fit(features, labels, PENALTY);
        return Arrays.stream(test)
                .mapToDouble(row -> regression.probability(features(encodings, row)))
                .toArray();
    }

    private static double[] features(List<Attribute.Encoding> encodings, int row) {
        double[] features = new double
                [encodings.stream().mapToInt(Attribute.Encoding::width).sum()];
        int at = 0;
        for (var encoding : encodings) {
            encoding.write(row, features, at);
            at += encoding.width();
        }
        return features;
    }
}
