package cartera.model.churn;

import cartera.model.value.Rung;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every way to score the customers of one cut-off that the closed ones before it allow, with its numbers. */
final class SilenceScorers {

    /** A purchase model that missed the last window by more than this share of the customers sets no level. */
    private static final double WORST_LEVEL = 0.1;
    /** Customers of the rarer kind per feature (P. Peduzzi et al., J. Clin. Epidemiol. 49, 1996). */
    private static final int EVENTS_PER_FEATURE = 10;

    private static final int FEWEST_FEATURES = 18;

    private final Panel now;
    private final List<Scorer> scorers = new ArrayList<>();
    private final Map<String, Map<String, Double>> parameters = new TreeMap<>();

    private SilenceScorers(Panel now) {
        this.now = now;
    }

    /**
     * The scorers, the best rung first; none where nothing was learnt and no purchase model holds.
     *
     * @param closed cut-offs whose horizon was over by that of {@code now}, the latest first
     * @param learners other ways to learn from them than the logistic score; they leave no numbers
     */
    static SilenceScorers of(Panel now, List<Panel> closed, List<Learner> learners) {
        var scorers = new SilenceScorers(now);
        if (isModelled(now) && isEnough(closed)) {
            scorers.addLogistic(closed);
            learners.forEach(learner -> scorers.addLearnt(learner, closed));
        }
        if (isModelUsable(now)) {
            var model = now.model().model();
            scorers.add("p0", scorers.model(), now.silence(), SilenceScore.parameters(model));
        }
        if (!closed.isEmpty()) {
            scorers.addRules(closed);
        }
        return scorers;
    }

    /** Whether the rung asks for a purchase model at all. */
    static boolean isModelled(Panel now) {
        return Rung.of(now.repeatBuyers()).compareTo(Rung.POOLED_MODEL) <= 0;
    }

    private static boolean isModelUsable(Panel now) {
        return isModelled(now) && now.model().isUsable();
    }

    private static boolean isEnough(List<Panel> closed) {
        long customers = closed.stream().mapToLong(Panel::size).sum();
        double churned = closed.stream()
                .mapToDouble(panel -> panel.size() * panel.churned())
                .sum();
        double rarer = Math.min(churned, customers - churned);
        // purchases alone give eighteen features: before that many outcomes nothing need be fitted to see it
        return rarer >= (double) EVENTS_PER_FEATURE * FEWEST_FEATURES
                && rarer >= (double) EVENTS_PER_FEATURE * Panel.telling(closed);
    }

    private void addLogistic(List<Panel> closed) {
        var logistic = level(LogisticScore.train(closed), closed.get(0));
        var numbers = new TreeMap<>(logistic.parameters());
        numbers.putAll(SilenceScore.parameters(now.model().model()));
        add(
                "logistic",
                String.format(
                        Locale.ROOT,
                        "cut-offs learnt from: %d; logits shifted by %.3f",
                        closed.size(),
                        logistic.shift()),
                logistic.probabilities(now.features()),
                numbers);
    }

    private LogisticScore level(LogisticScore score, Panel last) {
        return isLevelKnown(last) ? score.withMean(Panel.mean(now.silence()), now.features()) : score;
    }

    private boolean isLevelKnown(Panel last) {
        return isModelUsable(now) && Math.abs(Panel.mean(last.silence()) - last.churned()) <= WORST_LEVEL;
    }

    private void addLearnt(Learner learner, List<Panel> closed) {
        double[] learnt = learner.probabilities(Panel.examples(closed), now.features());
        scorers.add(new Scorer(
                learner.name(),
                "%s; cut-offs learnt from: %d".formatted(learner.basis(), closed.size()),
                isLevelKnown(closed.get(0)) ? Logit.withMean(learnt, Panel.mean(now.silence())) : learnt));
    }

    private void addRules(List<Panel> closed) {
        double[] silent = closed.stream()
                .flatMapToDouble(panel -> Arrays.stream(panel.silentDays()))
                .toArray();
        boolean[] churned = Panel.outcomes(closed);
        var rule = SilenceRule.best(silent, churned);
        add(
                "silence_rule",
                "silent for %d days or more".formatted(rule.days()),
                each(rule::probability),
                rule.parameters());
        add("silent_days", "days of silence, isotonic", each(Isotonic.fit(silent, churned)::probability), Map.of());
        double share = (Panel.count(churned) + 0.5) / (churned.length + 1.0);
        add("share", "the same for everybody", each(days -> share), Map.of("share", share));
    }

    private double[] each(DoubleUnaryOperator rule) {
        return Arrays.stream(now.silentDays()).map(rule).toArray();
    }

    private void add(String name, String basis, double[] probabilities, Map<String, Double> numbers) {
        scorers.add(new Scorer(name, basis, probabilities));
        parameters.put(name, numbers);
    }

    private String model() {
        var model = now.model().model();
        return new TreeMap<>(model.parameters())
                .entrySet().stream()
                        .map(parameter ->
                                String.format(Locale.ROOT, "%s %.4g", parameter.getKey(), parameter.getValue()))
                        .collect(Collectors.joining(" ", model.name() + " ", ""));
    }

    List<Scorer> all() {
        return List.copyOf(scorers);
    }

    boolean has(String name) {
        return parameters.containsKey(name);
    }

    /** The best that a rung allows; the last there is where the rung has none. */
    String best(Rung highest) {
        return scorers.stream()
                .map(Scorer::name)
                .filter(name -> rung(name).compareTo(highest) >= 0)
                .findFirst()
                .orElseGet(() -> scorers.get(scorers.size() - 1).name());
    }

    @Nullable
    Scorer named(String name) {
        return scorers.stream()
                .filter(scorer -> scorer.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** A scorer by its numbers; what a learner from outside has learnt has none. */
    SilenceScore score(String name) {
        if (!has(name)) {
            throw new IllegalStateException("Cannot give %s by its numbers: it has none".formatted(name));
        }
        return SilenceScore.of(name, now.horizonDays(), parameters.getOrDefault(name, Map.of()));
    }

    /** What a scorer rests on. */
    static Rung rung(String scorer) {
        return switch (scorer) {
            case "logistic", "boosted" -> Rung.OWN_MODEL;
            case "p0" -> Rung.POOLED_MODEL;
            case "share" -> Rung.COUNTS;
            default -> Rung.RULE;
        };
    }
}
