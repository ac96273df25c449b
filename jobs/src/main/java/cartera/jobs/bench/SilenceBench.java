package cartera.jobs.bench;

import cartera.jobs.lake.Type;
import cartera.model.churn.CustomerDays;
import cartera.model.churn.Evaluation;
import cartera.model.churn.Learner;
import cartera.model.churn.Scorer;
import cartera.model.churn.SilenceForecast;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Who of the customers known at the end of a day buys nothing in the days after, and, where the table goes on, how well
 * each scorer told it. What comes after the day decides nothing.
 */
public final class SilenceBench implements ChurnBench {

    private final Transactions table;
    private final LocalDate at;
    private final int horizonDays;
    private final List<Customer> scored;
    private final SilenceForecast forecast;
    private final Optional<boolean[]> outcomes;

    /**
     * Trains and scores.
     *
     * @param at the last day that is known
     * @param learners beside the logistic score
     * @throws UnusableTable if nobody bought up to then, or nothing can be said from so little
     */
    public SilenceBench(Transactions table, LocalDate at, int horizonDays, List<Learner> learners) {
        this.table = table;
        this.at = at;
        this.horizonDays = horizonDays;
        this.forecast = SilenceForecast.of(
                        table.customers().stream().map(SilenceBench::days).toList(),
                        at.toEpochDay(),
                        horizonDays,
                        learners)
                .orElseThrow(this::unusable);
        this.scored = forecast.scored().stream().map(table.customers()::get).toList();
        this.outcomes = table.last().isAfter(at) ? Optional.of(churned()) : Optional.empty();
    }

    private UnusableTable unusable() {
        boolean isBought =
                table.customers().stream().anyMatch(one -> !one.purchaseDays(at).isEmpty());
        return new UnusableTable(
                isBought
                        ? "no horizon of %d days is over by %s, and the purchases until then carry no model"
                                        .formatted(horizonDays, at)
                                + "\n  give a later --at or fewer --horizon-days; its rows run from %s to %s"
                                        .formatted(table.first(), table.last())
                        : "nobody bought up to %s; its rows run from %s to %s"
                                .formatted(at, table.first(), table.last()));
    }

    private static CustomerDays days(Customer customer) {
        Map<Long, CustomerDays.Day> byDay = new HashMap<>();
        customer.days()
                .forEach(day -> byDay.put(
                        day.on().toEpochDay(),
                        new CustomerDays.Day(day.isPurchase(), day.amount().doubleValue())));
        return CustomerDays.of(byDay);
    }

    private boolean[] churned() {
        boolean[] churned = new boolean[scored.size()];
        for (int i = 0; i < churned.length; i++) {
            churned[i] = scored.get(i).purchases(at, end()) == 0;
        }
        return churned;
    }

    private LocalDate end() {
        return at.plusDays(horizonDays);
    }

    @Override
    public BenchTable scorers() {
        return ChurnTable.of(forecast.scorers(), forecast.chosen().name(), outcomes);
    }

    /** {@code customer_id, probability} of the chosen scorer, and that of each as {@code p_<scorer>}. */
    @Override
    public BenchTable probabilities() {
        String[] columns = forecast.scorers().stream().map(SilenceBench::column).toArray(String[]::new);
        BenchTable probabilities = new BenchTable()
                .columns(Type.TEXT, "customer_id")
                .columns(Type.DOUBLE, "probability")
                .columns(Type.DOUBLE, columns);
        List<BenchTable.Line> lines = scored.stream()
                .map(customer -> new BenchTable.Line().set("customer_id", customer.id()))
                .toList();
        fill(lines, "probability", forecast.chosen());
        forecast.scorers().forEach(scorer -> fill(lines, column(scorer), scorer));
        return probabilities.addAll(lines);
    }

    private static String column(Scorer scorer) {
        return "p_" + scorer.name();
    }

    private static void fill(List<BenchTable.Line> lines, String column, Scorer scorer) {
        double[] probabilities = scorer.probabilities();
        for (int i = 0; i < probabilities.length; i++) {
            lines.get(i).set(column, probabilities[i]);
        }
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add("%d customers up to %s, scored for the %d days after".formatted(scored.size(), at, horizonDays));
        notes.add("Chosen: %s, rung %s"
                .formatted(forecast.chosen().name(), forecast.rung().name().toLowerCase(Locale.ROOT)));
        forecast.windows()
                .forEach(window -> notes.add(String.format(
                        Locale.ROOT,
                        "Learnt from %s: %.1f %% of %d customers stayed silent",
                        LocalDate.ofEpochDay(window.cutDay()),
                        100 * window.churned(),
                        window.customers())));
        forecast.remarks().forEach(remark -> notes.add("Note: " + remark.note()));
        outcomes.ifPresent(
                churned -> addHoldout(notes, Evaluation.of(forecast.chosen().probabilities(), churned)));
        return notes;
    }

    private void addHoldout(List<String> notes, Evaluation chosen) {
        LocalDate last = table.last();
        notes.add(String.format(
                Locale.ROOT,
                "Hold-out: %s to %s; %.1f %% of %d stayed silent",
                at.plusDays(1),
                last.isBefore(end()) ? last : end(),
                100 * chosen.base(),
                chosen.customers()));
        if (last.isBefore(end())) {
            notes.add("Note: the table ends %d days before the horizon does; who buys in these counts as silent"
                    .formatted(end().toEpochDay() - last.toEpochDay()));
        }
        addSilence(notes, chosen);
        Evaluation.misfit(forecast.chosen().probabilities(), outcomes.orElseThrow())
                .ifPresent(misfit -> notes.add("Note: " + misfit));
    }

    private void addSilence(List<String> notes, Evaluation chosen) {
        double silence = forecast.scorers().stream()
                .filter(scorer -> scorer.name().startsWith("silen"))
                .mapToDouble(scorer -> auc(scorer))
                .max()
                .orElse(0);
        if (chosen.auc() <= silence && chosen.base() > 0 && chosen.base() < 1) {
            notes.add(String.format(
                    Locale.ROOT,
                    "Note: the score does not beat the best rule of silence (AUC %.3f against %.3f)",
                    chosen.auc(),
                    silence));
        }
    }

    private double auc(Scorer scorer) {
        return Evaluation.of(scorer.probabilities(), outcomes.orElseThrow()).auc();
    }
}
