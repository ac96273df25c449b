package cartera.model.churn;

import cartera.model.value.Rung;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Who, of the customers known at the end of a day, buys nothing in the days after: all scorers, and the one to use.
 *
 * <p>Churn here is the label of section 2 in E. Ascarza et al., In pursuit of enhanced customer retention management
 * (2018): no purchase within a horizon. Scorers learn from earlier cut-offs whose horizon ended by the day; nothing
 * after the day is looked at, and the order of customers does not matter.
 *
 * <p>Which scorer is used goes by the ladder of {@link Rung}: the logistic score; the purchase model; the best rule of
 * silence; the share that stayed silent before. Where no scorer of the last closed window told customers apart (AUC
 * below 0.55), everybody gets the share.
 */
public final class SilenceForecast {

    private static final int MOST_WINDOWS = 4;
    private static final double LOWEST_AUC = 0.55;
    /** A purchase model that missed the last window by more than this share of the customers sets no level. */
    private static final double WORST_LEVEL = 0.1;
    /** Customers of the rarer kind per feature (P. Peduzzi et al., J. Clin. Epidemiol. 49, 1996). */
    private static final int EVENTS_PER_FEATURE = 10;

    /**
     * A cut-off that scorers learnt from.
     *
     * @param churned share without a purchase in the horizon after
     */
    public record Window(long cutDay, int customers, double churned) {}

    private final List<Integer> scored;
    private final List<Scorer> scorers;
    private final String chosen;
    private final List<Window> windows;
    private final List<String> remarks;
    private final double[][] features;
    private final @Nullable LogisticScore logistic;

    private SilenceForecast(List<Integer> scored, Panel now, List<Panel> closed) {
        this.scored = scored;
        this.features = now.features();
        this.windows = closed.stream().map(SilenceForecast::window).toList();
        this.remarks = new ArrayList<>();
        this.scorers = new ArrayList<>();
        this.logistic = isEnough(closed) ? level(LogisticScore.train(closed), now, closed) : null;
        addScorers(now, closed);
        remark(now, closed);
        this.chosen = choose(now, closed);
    }

    /**
     * Scores the customers who had bought by the end of {@code cutDay}.
     *
     * @param customers with or without their days after the cut-off
     * @param horizonDays 1 or more
     * @return empty where nothing can be said: nobody had bought, or no horizon is over and no purchase model holds
     */
    public static Optional<SilenceForecast> of(List<CustomerDays> customers, long cutDay, int horizonDays) {
        if (horizonDays < 1) {
            throw new IllegalArgumentException("Invalid horizonDays: %d (must be 1 or more)".formatted(horizonDays));
        }
        var past = customers.stream().map(customer -> customer.until(cutDay)).toList();
        var scored = IntStream.range(0, past.size())
                .filter(i -> past.get(i).hasPurchases())
                .boxed()
                .toList();
        if (scored.isEmpty()) {
            return Optional.empty();
        }
        var now = Panel.of(past, cutDay, horizonDays);
        var closed = closed(past, cutDay, horizonDays);
        boolean isPossible = now.isModelUsable() || !closed.isEmpty();
        return isPossible ? Optional.of(new SilenceForecast(scored, now, closed)) : Optional.empty();
    }

    /**
     * Cut-offs whose horizon is over, one horizon apart, the latest first. The longest window of the features, two
     * horizons, must lie within the data; if it never does, one horizon is enough, or as much as there is.
     */
    private static List<Panel> closed(List<CustomerDays> past, long cutDay, int horizonDays) {
        long firstDay = past.stream()
                .filter(CustomerDays::hasPurchases)
                .mapToLong(CustomerDays::firstDay)
                .min()
                .orElseThrow();
        long latest = cutDay - horizonDays;
        long full = Math.max(0, Math.floorDiv(latest - firstDay - 2L * horizonDays, horizonDays) + 1);
        long count = Math.min(MOST_WINDOWS, Math.max(full, latest >= firstDay ? 1 : 0));
        return IntStream.range(0, (int) count)
                .mapToObj(i -> Panel.of(past, latest - (long) i * horizonDays, horizonDays))
                .toList();
    }

    private static Window window(Panel panel) {
        return new Window(panel.cutDay(), panel.size(), mean(panel.outcomes()));
    }

    private static boolean isEnough(List<Panel> closed) {
        long customers = closed.stream().mapToLong(Panel::size).sum();
        double churned = closed.stream()
                .mapToDouble(panel -> panel.size() * mean(panel.outcomes()))
                .sum();
        return Math.min(churned, customers - churned) >= (double) EVENTS_PER_FEATURE * Feature.values().length;
    }

    private static LogisticScore level(LogisticScore score, Panel now, List<Panel> closed) {
        Panel last = closed.get(0);
        boolean isLevelKnown =
                now.isModelUsable() && Math.abs(mean(last.silence()) - mean(last.outcomes())) <= WORST_LEVEL;
        return isLevelKnown ? score.withMean(mean(now.silence()), now.features()) : score;
    }

    private void addScorers(Panel now, List<Panel> closed) {
        if (logistic != null) {
            add(
                    "logistic",
                    String.format(
                            Locale.ROOT,
                            "cut-offs learnt from: %d; logits shifted by %.3f",
                            closed.size(),
                            logistic.shift()),
                    logistic.probabilities(features));
        }
        if (now.isModelUsable()) {
            add("p0", model(now), now.silence());
        }
        if (!closed.isEmpty()) {
            addRules(now, closed);
        }
    }

    private void addRules(Panel now, List<Panel> closed) {
        double[] silent = closed.stream()
                .flatMapToDouble(panel -> Arrays.stream(panel.silentDays()))
                .toArray();
        boolean[] churned = outcomes(closed);
        var rule = SilenceRule.best(silent, churned);
        add("silence_rule", "silent for %d days or more".formatted(rule.days()), each(now, rule::probability));
        add("silent_days", "days of silence, isotonic", each(now, Isotonic.fit(silent, churned)::probability));
        double share = (churned.length * mean(churned) + 0.5) / (churned.length + 1.0);
        add("share", "the same for everybody", each(now, days -> share));
    }

    private static double[] each(Panel now, DoubleUnaryOperator rule) {
        return Arrays.stream(now.silentDays()).map(rule).toArray();
    }

    private void add(String name, String basis, double[] probabilities) {
        scorers.add(new Scorer(name, basis, probabilities));
    }

    private static String model(Panel now) {
        var model = now.purchases().chosen().model();
        return new TreeMap<>(model.parameters())
                .entrySet().stream()
                        .map(parameter ->
                                String.format(Locale.ROOT, "%s %.4g", parameter.getKey(), parameter.getValue()))
                        .collect(Collectors.joining(" ", model.name() + " ", ""));
    }

    /** The rung of the chosen scorer. */
    private static Rung rung(String scorer) {
        return switch (scorer) {
            case "logistic" -> Rung.OWN_MODEL;
            case "p0" -> Rung.POOLED_MODEL;
            case "share" -> Rung.COUNTS;
            default -> Rung.RULE;
        };
    }

    private String choose(Panel now, List<Panel> closed) {
        Rung highest = Rung.of(now.repeatBuyers());
        String best = scorers.stream()
                .map(Scorer::name)
                .filter(name -> rung(name).compareTo(highest) >= 0)
                .findFirst()
                .orElseGet(() -> scorers.get(scorers.size() - 1).name());
        OptionalDouble auc = closed.isEmpty() ? OptionalDouble.empty() : pastAuc(best, closed);
        if (auc.isPresent() && auc.getAsDouble() < LOWEST_AUC) {
            remarks.add(String.format(
                    Locale.ROOT,
                    "%s did not tell customers apart when last tried (AUC %.3f, at least %.2f): everybody gets the share",
                    best,
                    auc.getAsDouble(),
                    LOWEST_AUC));
            return "share";
        }
        auc.ifPresent(ranked -> compareWithSilence(best, ranked, closed.get(0)));
        return best;
    }

    private void compareWithSilence(String name, double auc, Panel last) {
        double silence = Evaluation.auc(last.silentDays(), last.outcomes());
        if (rung(name) != Rung.RULE && auc <= silence) {
            remarks.add(String.format(
                    Locale.ROOT,
                    "%s was no better than the days of silence when last tried (AUC %.3f against %.3f)",
                    name,
                    auc,
                    silence));
        }
    }

    /** How well a scorer ranked the last closed window from what was known then; empty if there was nothing to rank. */
    private static OptionalDouble pastAuc(String name, List<Panel> closed) {
        Panel last = closed.get(0);
        var before = closed.subList(1, closed.size());
        double[] scores = switch (name) {
            case "logistic" ->
                isEnough(before) ? LogisticScore.train(before).probabilities(last.features()) : last.silence();
            case "p0" -> last.silence();
            default -> last.silentDays();
        };
        double churned = mean(last.outcomes());
        return name.equals("share") || churned == 0 || churned == 1
                ? OptionalDouble.empty()
                : OptionalDouble.of(Evaluation.auc(scores, last.outcomes()));
    }

    private void remark(Panel now, List<Panel> closed) {
        long repeatBuyers = now.repeatBuyers();
        Rung.missing(repeatBuyers)
                .ifPresent(missing -> remarks.add(
                        "%d repeat buyers; %d more lift the score to the next rung".formatted(repeatBuyers, missing)));
        if (!now.isModelUsable()) {
            now.purchases().chosen().findings().forEach(finding -> remarks.add("no purchase model: " + finding.note()));
        }
        if (closed.isEmpty()) {
            remarks.add("no horizon is over before the cut-off: nothing could be learnt from outcomes");
        } else if (logistic == null) {
            remarks.add("too few customers stayed or churned before the cut-off for a logistic score");
        }
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    private static double mean(boolean[] churned) {
        int sum = 0;
        for (boolean one : churned) {
            sum += one ? 1 : 0;
        }
        return (double) sum / Math.max(1, churned.length);
    }

    private static boolean[] outcomes(List<Panel> panels) {
        int size = panels.stream().mapToInt(Panel::size).sum();
        boolean[] all = new boolean[size];
        int at = 0;
        for (Panel panel : panels) {
            boolean[] some = panel.outcomes();
            System.arraycopy(some, 0, all, at, some.length);
            at += some.length;
        }
        return all;
    }

    /** Which of the customers given were scored: their places, ascending. */
    public List<Integer> scored() {
        return scored;
    }

    /** All scorers, the best rung first; every one has a probability for each of {@link #scored}. */
    public List<Scorer> scorers() {
        return List.copyOf(scorers);
    }

    /** The scorer to use. */
    public Scorer chosen() {
        return scorers.stream()
                .filter(scorer -> scorer.name().equals(chosen))
                .findFirst()
                .orElseThrow();
    }

    /** What the chosen probabilities rest on. */
    public Rung rung() {
        return rung(chosen);
    }

    /** The cut-offs learnt from, the latest first. */
    public List<Window> windows() {
        return windows;
    }

    /** What a reader of the scores should know, in English. */
    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    /** Why the logistic score of one of {@link #scored} is high; none on a lower rung. */
    public List<Reason> reasons(int place) {
        return logistic == null || !chosen.equals("logistic") ? List.of() : logistic.reasons(features[place]);
    }
}
