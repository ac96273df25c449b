package cartera.jobs.score;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Disjoint sets of cards, numbered as they became known; a set is named by its first card. Sets of different taxpayers
 * (another INN, or the same with another KPP) do not join.
 *
 * <p>Source: R. E. Tarjan, Efficiency of a good but not linear set union algorithm, JACM 22 (1975), 215-225; path halving
 * without ranks, because the first card has to stay the root.
 */
final class CardSets {

    private final int[] parent;
    private final @Nullable String[] inn;
    private final @Nullable String[] kpp;

    /** Each card a set of its own. */
    CardSets(List<Card> cards) {
        parent = new int[cards.size()];
        inn = new String[cards.size()];
        kpp = new String[cards.size()];
        for (int card = 0; card < parent.length; card++) {
            parent[card] = card;
            inn[card] = cards.get(card).inn();
            kpp[card] = cards.get(card).kpp();
        }
    }

    /** The first card of the set that holds the card. */
    int first(int card) {
        int at = card;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /** The first cards of the sets that hold the cards. */
    Set<Integer> firsts(Collection<Integer> cards) {
        return cards.stream().map(this::first).collect(Collectors.toCollection(TreeSet::new));
    }

    /** INN of the set that the card is the first of. */
    @Nullable
    String inn(int first) {
        return inn[first];
    }

    /** Whether all the cards can be one party: no two taxpayers among their sets. */
    boolean isOneTaxpayer(Collection<Integer> cards) {
        Set<Integer> firsts = firsts(cards);
        return distinct(firsts, inn) <= 1 && distinct(firsts, kpp) <= 1;
    }

    private static long distinct(Set<Integer> firsts, @Nullable String[] values) {
        return firsts.stream()
                .map(i -> values[i])
                .filter(Objects::nonNull)
                .distinct()
                .count();
    }

    /** Makes one set of two. */
    void join(int one, int other) {
        int root = Math.min(first(one), first(other));
        int joined = Math.max(first(one), first(other));
        parent[joined] = root;
        inn[root] = inn[root] == null ? inn[joined] : inn[root];
        kpp[root] = kpp[root] == null ? kpp[joined] : kpp[root];
    }
}
