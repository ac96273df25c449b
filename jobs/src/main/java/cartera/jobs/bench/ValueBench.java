package cartera.jobs.bench;

import cartera.model.purchase.Accuracy;
import cartera.model.purchase.Holdout;
import cartera.model.value.Rung;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * What the customers of a table will buy: every candidate fitted on what was known, one of them chosen by how it did
 * from an earlier cut on, and, where the table goes on, how each did in truth. What comes after the known days decides
 * nothing.
 */
public final class ValueBench {

    /** Probability that a customer's interval holds. */
    static final double COVERAGE = 0.8;

    private static final double SMALL_BIAS = 0.05;

    private final Transactions table;
    private final Horizon horizon;
    private final Cuts cuts;
    private final Cut cut;
    private final Choice choice;
    private final Optional<Holdout> holdout;

    /**
     * Fits and chooses.
     *
     * @throws UnusableTable if nobody bought up to the last known day
     */
    public ValueBench(Transactions table, Horizon horizon) {
        this.table = table;
        this.horizon = horizon;
        this.cuts = Cuts.of(table, horizon);
        this.cut = cuts.now();
        if (cut.known().isEmpty()) {
            throw new UnusableTable("nobody bought up to %s; its rows run from %s to %s"
                    .formatted(horizon.until(), table.first(), table.last()));
        }
        this.choice = Choice.of(cuts);
        this.holdout = table.last().isAfter(horizon.until())
                ? Optional.of(cut.holdout(horizon.endOfHoldout(table.last())))
                : Optional.empty();
    }

    /** The candidates with parameters, log-likelihood and, where the table goes on, the hold-out. */
    public BenchTable candidates() {
        return CandidateTable.of(choice, holdout);
    }

    /** The customers with what each candidate expects of them. */
    public BenchTable forecasts() {
        return new Forecasts(choice, horizon, table.hasAmounts()).table(cut, onlyReturns());
    }

    /** Customers who up to the cut brought goods back and bought none. */
    private List<Customer> onlyReturns() {
        return table.customers().stream()
                .filter(customer -> !customer.days().get(0).on().isAfter(horizon.until()))
                .filter(customer -> customer.purchaseDays(horizon.until()).isEmpty())
                .toList();
    }

    /** What a reader of the tables has to know. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        long repeatBuyers = cut.purchases().repeatBuyers();
        notes.add("%d customers up to %s, %d of them repeat buyers: rung %s%s"
                .formatted(cut.known().size(), horizon.until(), repeatBuyers, rung(), missing(repeatBuyers)));
        notes.add(agesNote());
        notes.add(choiceNote());
        if (!choice.calibration().periods().isEmpty()) {
            notes.add(calibrationNote());
        }
        holdout.map(this::holdoutNote).ifPresent(notes::add);
        return notes;
    }

    /** One model of customers of very different ages mixes their cohorts. */
    private String agesNote() {
        double[] weeks = cut.known().stream()
                .mapToDouble(one -> one.group().history().ageWeeks())
                .sorted()
                .toArray();
        return String.format(
                Locale.ROOT,
                "Known for %.0f to %.0f weeks, half of them for %.0f to %.0f",
                weeks[0],
                weeks[weeks.length - 1],
                weeks[weeks.length / 4],
                weeks[3 * weeks.length / 4]);
    }

    private String rung() {
        return choice.rung().name().toLowerCase(Locale.ROOT);
    }

    private String missing(long repeatBuyers) {
        if (choice.rung() != Rung.of(repeatBuyers)) {
            return ", for no model fits: see its findings";
        }
        return Rung.missing(repeatBuyers).stream()
                .mapToObj(", %d more lift it"::formatted)
                .findFirst()
                .orElse("");
    }

    private String choiceNote() {
        return choice.chosen()
                .map(chosen -> choice.laws().isPresent() ? modelNote(chosen) : ruleNote(chosen))
                .orElse("Nothing is forecast: the tables count the past");
    }

    private String modelNote(Candidate chosen) {
        String amounts = table.hasAmounts()
                ? "; amount of a purchase by " + choice.spend().name()
                : "";
        return String.format(
                Locale.ROOT,
                "Chosen: %s, on the %d days up to %s%s; intervals hold %.0f %%",
                chosen.remark() == null ? chosen.name() : "%s of %s".formatted(chosen.name(), chosen.remark()),
                ChronoUnit.DAYS.between(cuts.earlier().on(), cut.on()),
                cut.on(),
                amounts,
                100 * COVERAGE);
    }

    private static String ruleNote(Candidate chosen) {
        return "Chosen: %s; without a model there are no probabilities and no intervals".formatted(chosen.name());
    }

    private String holdoutNote(Holdout days) {
        String note = String.format(
                Locale.ROOT,
                "Hold-out: %.2f weeks from %s to %s",
                days.weeks(),
                horizon.until().plusDays(1),
                horizon.endOfHoldout(table.last()));
        return choice.chosen()
                .map(chosen -> note + biasNote(chosen, chosen.accuracy(days)))
                .orElse(note);
    }

    private String biasNote(Candidate chosen, Accuracy later) {
        OptionalDouble calibrated = chosen.calibratedBias(later);
        String note = "; the chosen total is %s the actual one".formatted(share(later.bias()));
        if (choice.calibration().factor() != 1 || calibrated.isEmpty()) {
            return note;
        }
        double bias = calibrated.getAsDouble();
        return note
                + ", %s were it calibrated on the period before alone%s"
                        .formatted(
                                share(bias),
                                Math.abs(bias) > SMALL_BIAS ? "; the two periods differ in season or trend" : "");
    }

    private String calibrationNote() {
        String periods = choice.calibration().periods().stream()
                .map(period -> String.format(Locale.ROOT, "%.3f", period.factor()))
                .collect(Collectors.joining(", "));
        double factor = choice.calibration().factor();
        return factor == 1
                ? "Totals are not scaled: the periods before ask for %s, and only what two agree on beyond a standard error lasts"
                        .formatted(periods)
                : String.format(
                        Locale.ROOT,
                        "Totals are scaled by %.3f: the periods before ask for %s, and both beyond a standard error for that",
                        factor,
                        periods);
    }

    private static String share(double bias) {
        return String.format(Locale.ROOT, "%.1f %% %s", 100 * Math.abs(bias), bias < 0 ? "below" : "above");
    }
}
