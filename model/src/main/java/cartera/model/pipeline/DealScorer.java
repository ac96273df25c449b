package cartera.model.pipeline;

import cartera.model.churn.Evaluation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which deals are more likely to be won, from what is known of them at the start: pipeline, manager, channel and the like. The
 * evidence of the single words is added on the logit scale, as if they were independent.
 *
 * <p>Before it scores, it is tried: it learns from the older closed deals and ranks the newer. Where that ranking is hardly
 * better than a coin, it refuses.
 *
 * @param rates by attribute
 * @param auc of the newer deals; NaN where there are too few of either kind to tell
 */
public record DealScorer(Map<String, WinRates> rates, double auc) {

    /** A closed deal: the day it was closed, its outcome, and its words by attribute. */
    public record Example(long closedOn, boolean isWon, Map<String, String> words) {}

    /** Below it a ranking is as good as none. */
    public static final double LEAST_AUC = 0.55;

    private static final double TRAINING = 0.7;
    private static final int FEWEST_OF_A_KIND = 20;
    private static final double CLOSEST = 1e-6;

    /** Learns from closed deals, and tries itself on the newest three tenths. */
    public static DealScorer of(Collection<Example> deals) {
        List<Example> byDay = new ArrayList<>(deals);
        byDay.sort((one, other) -> Long.compare(one.closedOn(), other.closedOn()));
        int cut = (int) (TRAINING * byDay.size());
        while (cut > 0
                && cut < byDay.size()
                && byDay.get(cut).closedOn() == byDay.get(cut - 1).closedOn()) {
            cut++;
        }
        List<Example> newer = byDay.subList(cut, byDay.size());
        Map<String, WinRates> older = learn(byDay.subList(0, cut));
        return new DealScorer(learn(byDay), auc(new DealScorer(older, Double.NaN), newer));
    }

    private static Map<String, WinRates> learn(List<Example> deals) {
        Map<String, WinRates> rates = new LinkedHashMap<>();
        deals.stream()
                .flatMap(deal -> deal.words().keySet().stream())
                .distinct()
                .sorted()
                .forEach(attribute -> rates.put(
                        attribute,
                        WinRates.of(deals.stream()
                                .filter(deal -> deal.words().containsKey(attribute))
                                .map(deal -> new WinRates.Closed(word(deal, attribute), deal.isWon()))
                                .toList())));
        return rates;
    }

    private static String word(Example deal, String attribute) {
        return String.valueOf(deal.words().get(attribute));
    }

    private static double auc(DealScorer scorer, List<Example> deals) {
        long won = deals.stream().filter(Example::isWon).count();
        if (won < FEWEST_OF_A_KIND || deals.size() - won < FEWEST_OF_A_KIND) {
            return Double.NaN;
        }
        boolean[] outcomes = new boolean[deals.size()];
        IntStream.range(0, outcomes.length)
                .forEach(i -> outcomes[i] = deals.get(i).isWon());
        double[] chances = deals.stream()
                .mapToDouble(deal -> 1 / (1 + Math.exp(-scorer.logit(deal.words()))))
                .toArray();
        return Evaluation.of(chances, outcomes).auc();
    }

    /** Whether the ranking was shown to be better than a coin. */
    public boolean isUsable() {
        return auc >= LEAST_AUC;
    }

    /** Evidence of a deal's words: the mean rate, moved by what each word says. */
    private double logit(Map<String, String> words) {
        double all = rates.values().stream()
                .mapToDouble(rate -> logit(rate.mean()))
                .average()
                .orElse(0);
        double moved = all;
        for (Map.Entry<String, String> word : words.entrySet()) {
            WinRates of = rates.get(word.getKey());
            moved += of == null ? 0 : logit(of.rate(word.getValue())) - logit(of.mean());
        }
        return moved;
    }

    /** By how much a deal's words multiply the odds of winning. */
    public double oddsRatio(Map<String, String> words) {
        return Math.exp(logit(words) - logit(Map.of()));
    }

    private static double logit(double p) {
        double bounded = Math.min(1 - CLOSEST, Math.max(CLOSEST, p));
        return Math.log(bounded / (1 - bounded));
    }
}
