package cartera.model.purchase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * Histories to fit on, equal ones collapsed and in one order: however the rows came, the fit gives the same bits.
 *
 * <p>Distinct times are kept once, so that an evaluation takes a logarithm per day and not per customer.
 */
public final class PurchaseSample {

    private static final Comparator<PurchaseGroup> ORDER = Comparator.comparingInt(
                    (PurchaseGroup group) -> group.history().repeatPurchases())
            .thenComparingDouble(group -> group.history().spanWeeks())
            .thenComparingDouble(group -> group.history().ageWeeks())
            .thenComparingDouble(group -> group.logGapSum().orElse(0));

    private final List<PurchaseGroup> groups;
    private final long customers;
    private final OptionalDouble logGapSum;
    /** Distinct spans and ages in ascending order, and where a group's lie among them. */
    private final double[] times;

    private final int[] spans;
    private final int[] ages;
    /** The groups once more as columns, which an evaluation runs through much faster. */
    private final int[] repeats;

    private final double[] weights;

    private PurchaseSample(List<PurchaseGroup> groups) {
        this.groups = groups;
        this.customers = groups.stream().mapToLong(PurchaseGroup::customers).sum();
        this.logGapSum = logGapSum(groups);
        this.times = groups.stream()
                .map(PurchaseGroup::history)
                .flatMapToDouble(history -> DoubleStream.of(history.spanWeeks(), history.ageWeeks()))
                .sorted()
                .distinct()
                .toArray();
        this.spans = places(
                times, groups.stream().mapToDouble(group -> group.history().spanWeeks()));
        this.ages = places(
                times, groups.stream().mapToDouble(group -> group.history().ageWeeks()));
        this.repeats = groups.stream()
                .mapToInt(group -> group.history().repeatPurchases())
                .toArray();
        this.weights = groups.stream().mapToDouble(PurchaseGroup::customers).toArray();
    }

    /** Collapses the groups; they may come in any order and repeat. */
    public static PurchaseSample of(Collection<PurchaseGroup> groups) {
        var sorted = new ArrayList<>(groups);
        sorted.sort(ORDER);
        var collapsed = new ArrayList<PurchaseGroup>();
        for (var group : sorted) {
            int last = collapsed.size() - 1;
            if (last >= 0 && collapsed.get(last).history().equals(group.history())) {
                collapsed.set(last, join(collapsed.get(last), group));
            } else {
                collapsed.add(group);
            }
        }
        return new PurchaseSample(List.copyOf(collapsed));
    }

    /** Collapses single customers whose gaps are not known. */
    public static PurchaseSample ofHistories(Collection<PurchaseHistory> histories) {
        return of(
                histories.stream().map(history -> new PurchaseGroup(history, 1)).toList());
    }

    /**
     * So many of the customers, evenly out of their order by history, where there are more different histories than that;
     * else the sample itself. A fit takes as long as there are different histories.
     */
    PurchaseSample thinned(int fewer) {
        if (size() <= fewer) {
            return this;
        }
        var some = new ArrayList<PurchaseGroup>();
        long passed = 0;
        long before = 0;
        for (var group : groups) {
            passed += group.customers();
            long upTo = (passed * fewer + customers / 2) / customers;
            if (upTo > before) {
                some.add(part(group, upTo - before));
            }
            before = upTo;
        }
        return new PurchaseSample(List.copyOf(some));
    }

    private static PurchaseGroup part(PurchaseGroup group, long taken) {
        var gaps = group.logGapSum();
        double share = (double) taken / group.customers();
        return new PurchaseGroup(
                group.history(), taken, gaps.isPresent() ? OptionalDouble.of(share * gaps.getAsDouble()) : gaps);
    }

    /** The groups by repeat purchases, span and age. */
    public List<PurchaseGroup> groups() {
        return groups;
    }

    /** All customers. */
    public long customers() {
        return customers;
    }

    /** Customers who bought on two days or more. */
    public long repeatBuyers() {
        return groups.stream()
                .filter(group -> group.history().repeatPurchases() > 0)
                .mapToLong(PurchaseGroup::customers)
                .sum();
    }

    /** Repeat purchase days of all customers. */
    public long repeatPurchases() {
        return groups.stream()
                .mapToLong(group -> group.customers() * group.history().repeatPurchases())
                .sum();
    }

    /** Weeks under observation of all customers. */
    public double observedWeeks() {
        return groups.stream()
                .mapToDouble(group -> group.customers() * group.history().ageWeeks())
                .sum();
    }

    /** Sum of ln(gap in weeks) over all gaps; empty where a repeat buyer's is not known. */
    public OptionalDouble logGapSum() {
        return logGapSum;
    }

    int size() {
        return repeats.length;
    }

    int mostRepeatPurchases() {
        return repeats.length == 0 ? 0 : repeats[repeats.length - 1];
    }

    /** Customers of group {@code i}. */
    double customers(int i) {
        return weights[i];
    }

    /** Repeat purchases of each customer of group {@code i}. */
    int repeatPurchases(int i) {
        return repeats[i];
    }

    /** Weeks since the last purchase of group {@code i}. */
    double silentWeeks(int i) {
        return times[ages[i]] - times[spans[i]];
    }

    /** The distinct spans and ages. */
    double[] times() {
        return times;
    }

    /** Where the span of group {@code i} lies in {@link #times()}. */
    int span(int i) {
        return spans[i];
    }

    /** Where the age of group {@code i} lies in {@link #times()}. */
    int age(int i) {
        return ages[i];
    }

    private static int[] places(double[] times, DoubleStream values) {
        return values.mapToInt(value -> Arrays.binarySearch(times, value)).toArray();
    }

    private static PurchaseGroup join(PurchaseGroup left, PurchaseGroup right) {
        return new PurchaseGroup(
                left.history(), left.customers() + right.customers(), sum(left.logGapSum(), right.logGapSum()));
    }

    private static OptionalDouble logGapSum(List<PurchaseGroup> groups) {
        return groups.stream()
                .filter(group -> group.history().repeatPurchases() > 0)
                .map(PurchaseGroup::logGapSum)
                .reduce(OptionalDouble.of(0), PurchaseSample::sum);
    }

    private static OptionalDouble sum(OptionalDouble left, OptionalDouble right) {
        return left.isPresent() && right.isPresent()
                ? OptionalDouble.of(left.getAsDouble() + right.getAsDouble())
                : OptionalDouble.empty();
    }
}
