package cartera.model.purchase;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The purchases of a period after a cut-off date, to hold forecasts from that date against. */
public final class Holdout {

    private static final int HIGHEST_FREQUENCY = 7;
    private static final Comparator<HoldoutGroup> ORDER = Comparator.comparingInt(
                    (HoldoutGroup group) -> group.history().repeatPurchases())
            .thenComparingDouble(group -> group.history().spanWeeks())
            .thenComparingDouble(group -> group.history().ageWeeks())
            .thenComparingInt(HoldoutGroup::laterPurchases)
            .thenComparingLong(HoldoutGroup::customers);

    private final List<HoldoutGroup> groups;
    private final double weeks;
    /** What each law expects of the groups: several questions are asked about the same ones. */
    private final Map<PurchaseModel, double[]> expected = new ConcurrentHashMap<>();

    private Holdout(List<HoldoutGroup> groups, double weeks) {
        this.groups = groups;
        this.weeks = weeks;
    }

    /** How long it is. */
    public double weeks() {
        return weeks;
    }

    /** The {@code weeks} after the cut-off, above 0; the groups may come in any order and repeat. */
    public static Holdout of(Collection<HoldoutGroup> groups, double weeks) {
        if (!(weeks > 0 && Double.isFinite(weeks))) {
            throw new IllegalArgumentException("Invalid weeks: %s (must be above 0 and finite)".formatted(weeks));
        }
        return new Holdout(groups.stream().sorted(ORDER).toList(), weeks);
    }

    /** How the model's forecasts compare. */
    public Accuracy accuracy(PurchaseForecast model) {
        return accuracy(expected(model));
    }

    /** How any forecast of the purchases in the hold-out compares. */
    public Accuracy accuracy(ToDoubleFunction<PurchaseHistory> forecast) {
        return accuracy(expected(forecast));
    }

    private Accuracy accuracy(double[] expected) {
        IntPredicate all = i -> true;
        double customers = Math.max(1, customers(all));
        return new Accuracy(
                customers(all),
                sum(all, i -> expected[i]),
                sum(all, this::actual),
                Math.sqrt(sum(all, i -> squaredError(i, expected)) / customers),
                sum(all, i -> Math.abs(expected[i] - actual(i))) / customers,
                IntStream.rangeClosed(0, HIGHEST_FREQUENCY)
                        .mapToObj(frequency -> frequency(frequency, expected))
                        .filter(frequency -> frequency.customers() > 0)
                        .toList());
    }

    /** Whether the squared errors of a model are larger than another's by more than chance explains. */
    public boolean isClearlyWorse(PurchaseForecast model, PurchaseForecast other) {
        return excess(model, other).isClear();
    }

    /** By how much the squared errors of a model are larger than another's. */
    public ErrorExcess excess(PurchaseForecast model, PurchaseForecast other) {
        double[] expected = expected(model);
        double[] reference = expected(other);
        return new ErrorExcess(
                IntStream.range(0, groups.size())
                        .mapToDouble(i -> squaredError(i, expected) - squaredError(i, reference))
                        .toArray(),
                groups.stream().mapToDouble(HoldoutGroup::customers).toArray());
    }

    private Accuracy.Frequency frequency(int frequency, double[] expected) {
        IntPredicate some =
                i -> Math.min(HIGHEST_FREQUENCY, groups.get(i).history().repeatPurchases()) == frequency;
        return new Accuracy.Frequency(frequency, customers(some), sum(some, i -> expected[i]), sum(some, this::actual));
    }

    /** What a model expects of a customer of each group. */
    double[] expected(PurchaseForecast forecast) {
        if (forecast instanceof Blend blend) {
            return blend.meanOfEach(this::expected);
        }
        return expected.computeIfAbsent(
                (PurchaseModel) forecast, model -> expected(history -> model.expectedPurchases(history, weeks)));
    }

    private double[] expected(ToDoubleFunction<PurchaseHistory> forecast) {
        return groups.parallelStream()
                .map(HoldoutGroup::history)
                .mapToDouble(forecast)
                .toArray();
    }

    List<HoldoutGroup> groups() {
        return groups;
    }

    /** The period by which a forecast's totals may be calibrated. */
    public Calibration.Period period(PurchaseForecast model) {
        double[] expected = expected(model);
        IntPredicate all = i -> true;
        return new Calibration.Period(
                sum(all, i -> expected[i]),
                sum(all, this::actual),
                Math.sqrt(sum(all, i -> squaredError(i, expected))));
    }

    private double actual(int i) {
        return groups.get(i).laterPurchases();
    }

    private double squaredError(int i, double[] expected) {
        return Math.pow(expected[i] - actual(i), 2);
    }

    private long customers(IntPredicate some) {
        return IntStream.range(0, groups.size())
                .filter(some)
                .mapToLong(i -> groups.get(i).customers())
                .sum();
    }

    /** Sum over customers; a plain loop, so that the order of the additions is the groups'. */
    private double sum(IntPredicate some, IntToDoubleFunction value) {
        double sum = 0;
        for (int i = 0; i < groups.size(); i++) {
            sum += some.test(i) ? groups.get(i).customers() * value.applyAsDouble(i) : 0;
        }
        return sum;
    }
}
