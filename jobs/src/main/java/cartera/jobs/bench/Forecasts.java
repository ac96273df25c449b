package cartera.jobs.bench;

import cartera.jobs.lake.Type;
import cartera.model.purchase.Blend;
import cartera.model.purchase.PurchaseHistory;
import cartera.model.value.CustomerValue;
import cartera.model.value.ExpectedValue;
import cartera.model.value.Rung;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What each customer will buy over the horizon, as a table. */
final class Forecasts {

    /** Money is not discounted and no cost is known. */
    private static final double NO_DISCOUNT = 0;

    private static final double WHOLE_AMOUNT = 1;

    private final Choice choice;
    private final Horizon horizon;
    private final boolean hasAmounts;

    Forecasts(Choice choice, Horizon horizon, boolean hasAmounts) {
        this.choice = choice;
        this.horizon = horizon;
        this.hasAmounts = hasAmounts;
    }

    /** A row for each customer known at the cut, in their order, then one for each who only brought back. */
    BenchTable table(Cut cut, List<Customer> onlyReturns) {
        BenchTable table = new BenchTable()
                .columns(Type.TEXT, "customer_id")
                .columns(Type.DOUBLE, "expected_purchases", "expected_amount", "probability_alive", "low", "high")
                .columns(
                        Type.DOUBLE,
                        choice.candidates().stream().map(Forecasts::column).toArray(String[]::new))
                .columns(Type.INTEGER, "purchases")
                .columns(Type.decimal(38, 2), "amount")
                .columns(Type.TEXT, "rung", "note");
        table.addAll(cut.known().parallelStream().map(this::known).toList());
        return table.addAll(onlyReturns.stream().map(this::onlyReturns).toList());
    }

    private static String column(Candidate candidate) {
        return "expected_" + candidate.name();
    }

    private BenchTable.Line known(Cut.Known one) {
        PurchaseHistory history = one.group().history();
        BenchTable.Line line = line(one.customer()).set("purchases", history.repeatPurchases() + 1L);
        choice.candidates().forEach(candidate -> line.set(column(candidate), purchases(candidate, history)));
        choice.chosen().ifPresent(chosen -> line.set("expected_purchases", purchases(chosen, history)));
        Optional<Laws> laws = choice.laws().map(cohorts -> cohorts.of(history));
        line.set("rung", name(choice.rung(history)));
        laws.flatMap(Laws::judges).ifPresent(model -> line.set("probability_alive", model.probabilityAlive(history)));
        if (choice.chosen().isEmpty()) {
            line.set("note", "too few repeat buyers for a forecast");
        }
        if (hasAmounts) {
            setAmount(line, one, laws);
        } else {
            laws.ifPresent(some -> setInterval(line, some.blend(), history));
        }
        return line;
    }

    private double purchases(Candidate candidate, PurchaseHistory history) {
        return candidate.forecast().expectedPurchases(history, horizon.weeks());
    }

    private BenchTable.Line line(Customer customer) {
        BenchTable.Line line =
                new BenchTable.Line().set("customer_id", customer.id()).set("rung", name(choice.rung()));
        return hasAmounts ? line.set("amount", customer.amount(horizon.until())) : line;
    }

    private static String name(Rung rung) {
        return rung.name().toLowerCase(Locale.ROOT);
    }

    private void setAmount(BenchTable.Line line, Cut.Known one, Optional<Laws> laws) {
        if (one.customer().amount(horizon.until()).signum() <= 0) {
            worthless(line, "the amount is 0 or less: returned or free");
            return;
        }
        PurchaseHistory history = one.group().history();
        choice.chosen()
                .ifPresent(chosen -> line.set(
                        "expected_amount",
                        purchases(chosen, history) * choice.spend().expectedAmount(one.spent())));
        laws.ifPresent(some -> {
            ExpectedValue value = new CustomerValue(some.blend(), choice.spend(), NO_DISCOUNT, ValueBench.COVERAGE)
                    .of(history, one.spent(), WHOLE_AMOUNT, horizon.weeks())
                    .times(some.calibration().factor());
            line.set("low", value.low()).set("high", value.high());
        });
    }

    private static void worthless(BenchTable.Line line, String why) {
        line.set("expected_amount", 0.0).set("low", 0.0).set("high", 0.0).set("note", why);
    }

    /** Without amounts the interval is that of the number of purchases. */
    private void setInterval(BenchTable.Line line, Blend laws, PurchaseHistory history) {
        double[] probabilities = laws.purchaseDistribution(history, horizon.weeks());
        double tail = (1 - ValueBench.COVERAGE) / 2;
        line.set("low", quantile(probabilities, tail)).set("high", quantile(probabilities, 1 - tail));
    }

    private static double quantile(double[] probabilities, double level) {
        double sum = probabilities[0];
        int n = 0;
        while (sum < level && n < probabilities.length - 1) {
            n++;
            sum += probabilities[n];
        }
        return n;
    }

    private BenchTable.Line onlyReturns(Customer customer) {
        BenchTable.Line line = line(customer).set("purchases", 0L);
        Stream.concat(
                        Stream.of("expected_purchases"),
                        choice.candidates().stream().map(Forecasts::column))
                .forEach(column -> line.set(column, 0.0));
        worthless(line, "returns only, no purchase");
        return line;
    }
}
