package cartera.model.churn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Outcomes by score; equal scores are one entry, so that no result depends on the order of rows. */
record Ranking(List<Tie> rising, long customers, long churned) {

    /** The customers of one score. */
    record Tie(double score, long customers, long churned) {}

    static Ranking of(double[] scores, boolean[] churned) {
        if (scores.length != churned.length || scores.length == 0) {
            throw new IllegalArgumentException("Invalid scores: %d for %d outcomes (one each, at least one)"
                    .formatted(scores.length, churned.length));
        }
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        var ties = new ArrayList<Tie>();
        long positives = 0;
        for (int from = 0, to; from < order.length; from = to) {
            long inTie = 0;
            for (to = from; to < order.length && scores[order[to]] == scores[order[from]]; to++) {
                inTie += churned[order[to]] ? 1 : 0;
            }
            ties.add(new Tie(scores[order[from]], to - from, inTie));
            positives += inTie;
        }
        return new Ranking(List.copyOf(ties), scores.length, positives);
    }

    /** The highest scores first. */
    List<Tie> falling() {
        var falling = new ArrayList<>(rising);
        Collections.reverse(falling);
        return falling;
    }
}
