package cartera.model.churn;

import cartera.model.value.Rung;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
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
 * silence; the share that stayed silent before. Where the scorer did not tell the customers of the last closed window
 * apart (AUC below 0.55), everybody gets the share.
 */
public final class SilenceForecast {

    private static final double LOWEST_AUC = 0.55;

    /**
     * A cut-off that scorers learnt from.
     *
     * @param churned share without a purchase in the horizon after
     */
    public record Window(long cutDay, int customers, double churned) {}

    /**
     * How well a scorer, from what was known one horizon ago, told who would stay silent since.
     *
     * @param basis what it rested on then
     * @param misfit in words, where its probabilities did not hold and enough customers tell
     */
    public record Trial(String scorer, String basis, Evaluation evaluation, Optional<String> misfit) {}

    private final List<Integer> scored;
    private final SilenceScorers scorers;
    private final String chosen;
    private final List<Window> windows;
    private final List<Remark> remarks = new ArrayList<>();
    private final List<Trial> trials = new ArrayList<>();
    /** The scorer that a score by the logistic is to be replaced by. */
    private String learnt = "logistic";

    private SilenceForecast(List<Integer> scored, Panel now, List<Panel> closed, List<Learner> learners) {
        this.scored = scored;
        this.windows = closed.stream().map(SilenceForecast::window).toList();
        this.scorers = SilenceScorers.of(now, closed, learners);
        if (!closed.isEmpty()) {
            test(closed, learners);
        }
        remark(now, closed);
        this.chosen = choose(now, closed);
    }

    /** The same, learnt by the logistic score alone. */
    public static Optional<SilenceForecast> of(List<CustomerDays> customers, long cutDay, int horizonDays) {
        return of(customers, cutDay, horizonDays, List.of());
    }

    /**
     * Scores the customers who had bought by the end of {@code cutDay}.
     *
     * @param customers with or without their days after the cut-off
     * @param horizonDays 1 or more
     * @param learners other ways to learn than the logistic score. One of them is used where the logistic would be, if
     *     on the last closed window its log loss was smaller by more than noise; it has no {@link #score}
     * @return empty where nothing can be said: nobody had bought, or no horizon is over and no purchase model holds
     */
    public static Optional<SilenceForecast> of(
            List<CustomerDays> customers, long cutDay, int horizonDays, List<Learner> learners) {
        return Optional.ofNullable(
                ofEach(customers, cutDay, List.of(horizonDays), learners).get(horizonDays));
    }

    /** The same over several horizons, the shortest first; those of which nothing can be said are left out. */
    public static SortedMap<Integer, SilenceForecast> ofEach(
            List<CustomerDays> customers, long cutDay, List<Integer> horizonsDays) {
        return ofEach(customers, cutDay, horizonsDays, List.of());
    }

    private static SortedMap<Integer, SilenceForecast> ofEach(
            List<CustomerDays> customers, long cutDay, List<Integer> horizonsDays, List<Learner> learners) {
        for (int horizonDays : horizonsDays) {
            if (horizonDays < 1) {
                throw new IllegalArgumentException(
                        "Invalid horizonDays: %d (must be 1 or more)".formatted(horizonDays));
            }
        }
        var scored = IntStream.range(0, customers.size())
                .filter(i -> customers.get(i).until(cutDay).hasPurchases())
                .boxed()
                .toList();
        var forecasts = new TreeMap<Integer, SilenceForecast>();
        if (!scored.isEmpty()) {
            var panels = new Panels(
                    scored.stream().map(i -> customers.get(i).until(cutDay)).toList(), cutDay);
            for (int horizonDays : horizonsDays) {
                var closed = panels.closed(horizonDays);
                if (!closed.isEmpty() || panels.isModelUsable()) {
                    forecasts.put(horizonDays, new SilenceForecast(scored, panels.now(horizonDays), closed, learners));
                }
            }
        }
        return forecasts;
    }

    private static Window window(Panel panel) {
        return new Window(panel.cutDay(), panel.size(), panel.churned());
    }

    private void test(List<Panel> closed, List<Learner> learners) {
        Panel last = closed.get(0);
        boolean[] outcomes = last.outcomes();
        var tried = SilenceScorers.of(last, closed.subList(1, closed.size()), learners);
        for (Learner learner : learners) {
            learnt = isBetter(tried.named(learner.name()), tried.named(learnt), outcomes) ? learner.name() : learnt;
        }
        tried.all()
                .forEach(scorer -> trials.add(new Trial(
                        scorer.name(),
                        scorer.basis(),
                        Evaluation.of(scorer.probabilities(), outcomes),
                        Evaluation.misfit(scorer.probabilities(), outcomes))));
    }

    private static boolean isBetter(@Nullable Scorer other, @Nullable Scorer best, boolean[] outcomes) {
        return other != null
                && best != null
                && LossDifference.of(best.probabilities(), other.probabilities(), outcomes)
                        .isClear();
    }

    private String choose(Panel now, List<Panel> closed) {
        String best = best(Rung.of(now.repeatBuyers()));
        OptionalDouble auc = closed.isEmpty() ? OptionalDouble.empty() : pastAuc(best, closed.get(0));
        if (auc.isPresent() && auc.getAsDouble() < LOWEST_AUC) {
            remark(
                    Remark.Code.REFUSED,
                    "%s did not tell customers apart when last tried (AUC %.3f, at least %.2f): everybody gets the share",
                    best,
                    auc.getAsDouble(),
                    LOWEST_AUC);
            return "share";
        }
        auc.ifPresent(ranked -> compareWithSilence(best, ranked, closed.get(0)));
        trial(best)
                .flatMap(Trial::misfit)
                .ifPresent(misfit -> remark(Remark.Code.LEVEL_MOVES, "when last tried, %s", misfit));
        return best;
    }

    private String best(Rung highest) {
        String best = scorers.best(highest);
        return best.equals("logistic") ? learnt : best;
    }

    private void compareWithSilence(String name, double auc, Panel last) {
        double silence = Evaluation.auc(last.silentDays(), last.outcomes());
        if (SilenceScorers.rung(name) != Rung.RULE && auc <= silence) {
            remark(
                    Remark.Code.NOT_BETTER_THAN_SILENCE,
                    "%s was no better than the days of silence when last tried (AUC %.3f against %.3f)",
                    name,
                    auc,
                    silence);
        }
    }

    /**
     * How well a scorer ranked the last closed window from what was known then; the purchase model or silence stand in
     * for what could not be learnt then. Empty if there was nothing to rank.
     */
    private OptionalDouble pastAuc(String name, Panel last) {
        if (name.equals("share") || last.churned() == 0 || last.churned() == 1) {
            return OptionalDouble.empty();
        }
        if (SilenceScorers.rung(name) == Rung.RULE) {
            return OptionalDouble.of(Evaluation.auc(last.silentDays(), last.outcomes()));
        }
        return OptionalDouble.of(trial(name)
                .map(trial -> trial.evaluation().auc())
                .orElseGet(() -> Evaluation.auc(last.silence(), last.outcomes())));
    }

    private void remark(Panel now, List<Panel> closed) {
        long repeatBuyers = now.repeatBuyers();
        Rung.missing(repeatBuyers)
                .ifPresent(missing -> remark(
                        Remark.Code.FEW_REPEAT_BUYERS,
                        "%d repeat buyers; %d more lift the score to the next rung",
                        repeatBuyers,
                        missing));
        if (SilenceScorers.isModelled(now) && !now.model().isUsable()) {
            now.model()
                    .findings()
                    .forEach(finding -> remark(Remark.Code.NO_PURCHASE_MODEL, "no purchase model: %s", finding.note()));
        }
        if (closed.isEmpty()) {
            remark(
                    Remark.Code.NO_CLOSED_WINDOW,
                    "no horizon is over before the cut-off: nothing could be learnt from outcomes");
        } else if (!scorers.has("logistic")) {
            remark(
                    Remark.Code.FEW_OUTCOMES,
                    "too few customers stayed or churned before the cut-off for a logistic score");
        }
    }

    private void remark(Remark.Code code, String note, @Nullable Object... values) {
        remarks.add(new Remark(code, String.format(Locale.ROOT, note, values)));
    }

    /** Which of the customers given were scored: their places, ascending. */
    public List<Integer> scored() {
        return scored;
    }

    /** All scorers, the best rung first; every one has a probability for each of {@link #scored}. */
    public List<Scorer> scorers() {
        return scorers.all();
    }

    /** The scorer to use. */
    public Scorer chosen() {
        return Objects.requireNonNull(scorers.named(chosen));
    }

    /**
     * The chosen scorer by its numbers.
     *
     * @throws IllegalStateException for a learner from outside
     */
    public SilenceScore score() {
        return scorers.score(chosen);
    }

    /** What the chosen probabilities rest on. */
    public Rung rung() {
        return SilenceScorers.rung(chosen);
    }

    /** The cut-offs learnt from, the latest first. */
    public List<Window> windows() {
        return windows;
    }

    /** The scorers tried on the horizon that ended by the cut-off; none where no horizon is over. */
    public List<Trial> trials() {
        return List.copyOf(trials);
    }

    /** The trial of a scorer; one that could not be learnt then has none. */
    public Optional<Trial> trial(String scorer) {
        return trials.stream().filter(trial -> trial.scorer().equals(scorer)).findFirst();
    }

    /** What a reader of the scores should know. */
    public List<Remark> remarks() {
        return List.copyOf(remarks);
    }
}
