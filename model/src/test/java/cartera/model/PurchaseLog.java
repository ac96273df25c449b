package cartera.model;

import cartera.model.purchase.Holdout;
import cartera.model.purchase.HoldoutGroup;
import cartera.model.purchase.PurchaseGroup;
import cartera.model.purchase.PurchaseHistory;
import cartera.model.purchase.PurchaseSample;
import cartera.model.spend.SpendHistory;
import cartera.model.spend.SpendSample;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Purchase days and amounts by customer, and what a cut-off date makes of them. */
public record PurchaseLog(Map<String, TreeMap<LocalDate, BigDecimal>> customers) {

    /** What is known of a customer at the cut-off, and the purchase days after it. */
    public record Customer(
            PurchaseHistory history, double logGapSum, SpendHistory spend, int later, double laterMeanAmount) {}

    public static PurchaseLog cdnowSample() {
        var log = new PurchaseLog(new TreeMap<>());
        for (String line : SharedData.lines("cdnow/CDNOW_sample.txt")) {
            String[] fields = line.trim().split(" +");
            log.add(fields[1], LocalDate.parse(fields[2], DateTimeFormatter.BASIC_ISO_DATE), fields[4]);
        }
        return log;
    }

    public static PurchaseLog cdnowMaster() {
        var log = new PurchaseLog(new TreeMap<>());
        for (String line : SharedData.lines("cdnow/CDNOW_master.txt.gz").subList(1, 69660)) {
            String[] fields = line.trim().split(" +");
            log.add(fields[0], LocalDate.parse(fields[1], DateTimeFormatter.BASIC_ISO_DATE), fields[3]);
        }
        return log;
    }

    public static PurchaseLog onlineRetail() {
        var log = new PurchaseLog(new TreeMap<>());
        for (var row : SharedData.rows("online_retail/online_retail_customer_day.csv.gz")) {
            log.add(row.text("CustomerID"), LocalDate.parse(row.text("date")), row.text("amount"));
        }
        return log;
    }

    public static PurchaseLog exampleTransactions() {
        var log = new PurchaseLog(new TreeMap<>());
        for (var row : SharedData.rows("lifetimes/example_transactions.csv.gz")) {
            log.add(row.text("id"), LocalDate.parse(row.text("date").substring(0, 10)), "0");
        }
        return log;
    }

    private void add(String customer, LocalDate day, String amount) {
        customers.computeIfAbsent(customer, id -> new TreeMap<>()).merge(day, new BigDecimal(amount), BigDecimal::add);
    }

    /** Customers known at the end of {@code cut}, in the order of their ids. */
    public List<Customer> at(LocalDate cut) {
        return customers.values().stream()
                .filter(days -> !days.firstKey().isAfter(cut))
                .map(days -> customer(days, cut))
                .toList();
    }

    /** The same as if nobody had bought after {@code end}. */
    public PurchaseLog until(LocalDate end) {
        var known = new TreeMap<String, TreeMap<LocalDate, BigDecimal>>();
        customers.forEach((id, days) -> {
            if (!days.firstKey().isAfter(end)) {
                known.put(id, new TreeMap<>(days.headMap(end, true)));
            }
        });
        return new PurchaseLog(known);
    }

    /** Purchase days after {@code cut} up to {@code end}. */
    public Holdout holdout(LocalDate cut, LocalDate end) {
        var groups = until(end).at(cut).stream()
                .map(customer -> new HoldoutGroup(customer.history(), customer.later(), 1))
                .toList();
        return Holdout.of(groups, days(cut, end) / 7.0);
    }

    private static Customer customer(TreeMap<LocalDate, BigDecimal> days, LocalDate cut) {
        var known = new ArrayList<>(days.headMap(cut, true).keySet());
        int x = known.size() - 1;
        var history = PurchaseHistory.ofDays(x, days(known.get(0), known.get(x)), days(known.get(0), cut));
        double logGapSum = 0;
        for (int i = 1; i <= x; i++) {
            logGapSum += Math.log(days(known.get(i - 1), known.get(i)) / 7.0);
        }
        var amount =
                days.subMap(known.get(0), false, cut, true).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var spend = x == 0 ? SpendHistory.NONE : new SpendHistory(x, amount.doubleValue() / x);
        int later = days.size() - known.size();
        var laterAmount = days.tailMap(cut, false).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Customer(history, logGapSum, spend, later, laterAmount.doubleValue() / Math.max(1, later));
    }

    private static long days(LocalDate from, LocalDate to) {
        return to.toEpochDay() - from.toEpochDay();
    }

    public static PurchaseSample purchases(Collection<Customer> customers) {
        return PurchaseSample.of(customers.stream()
                .map(customer -> new PurchaseGroup(customer.history(), 1, OptionalDouble.of(customer.logGapSum())))
                .toList());
    }

    public static SpendSample spends(Collection<Customer> customers) {
        return SpendSample.of(customers.stream().map(Customer::spend).toList());
    }
}
