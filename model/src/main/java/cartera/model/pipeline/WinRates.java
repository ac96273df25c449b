package cartera.model.pipeline;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * Win rates of groups of deals, those of few deals drawn towards the rate of all.
 *
 * <p>A group's rate is Beta distributed about the rate m of all with strength k: won deals add to k m, lost ones to k (1 - m),
 * and the shrunken rate is the mean, (won + k m) / (closed + k). The strength follows from how much more the groups differ than
 * chance alone lets them (method of moments; J. Kleinman, Proportions with extraneous variance, JASA 68, 1973).
 *
 * @param mean win rate of all, itself drawn towards one half by one deal
 * @param strength closed deals that the mean is worth; large where groups differ only by chance
 */
public record WinRates(double mean, double strength, Map<String, Group> groups) {

    /** Closed deals of a group. */
    public record Group(long won, long closed) {

        Group plus(boolean isWon) {
            return new Group(won + (isWon ? 1 : 0), closed + 1);
        }
    }

    private static final double LEAST_STRENGTH = 2;
    private static final double MOST_STRENGTH = 10_000;

    public WinRates {
        groups = Map.copyOf(groups);
    }

    /** A closed deal and the group it was of. */
    public record Closed(String group, boolean isWon) {}

    /** The rates that closed deals show. */
    public static WinRates of(Collection<Closed> deals) {
        Map<String, Group> groups = new TreeMap<>();
        deals.forEach(deal ->
                groups.merge(deal.group(), new Group(0, 0).plus(deal.isWon()), (one, other) -> one.plus(deal.isWon())));
        long won = groups.values().stream().mapToLong(Group::won).sum();
        double mean = (won + 0.5) / (deals.size() + 1.0);
        return new WinRates(mean, strength(groups.values(), mean), groups);
    }

    private static double strength(Collection<Group> groups, double mean) {
        double closed = groups.stream().mapToLong(Group::closed).sum();
        double squares = groups.stream()
                .mapToDouble(g -> (double) g.closed() * g.closed())
                .sum();
        double spread = groups.stream()
                .mapToDouble(g -> g.closed() * Math.pow((double) g.won() / g.closed() - mean, 2))
                .sum();
        double chance = (groups.size() - 1) * mean * (1 - mean);
        double between = closed - squares / closed;
        double variance = between > 0 ? (spread - chance) / between : 0;
        double strength = variance > 0 ? mean * (1 - mean) / variance - 1 : MOST_STRENGTH;
        return Math.min(MOST_STRENGTH, Math.max(LEAST_STRENGTH, strength));
    }

    /** The rate of a group; of an unknown one the mean. */
    public double rate(String name) {
        Group group = groups.getOrDefault(name, new Group(0, 0));
        return (group.won() + strength * mean) / (group.closed() + strength);
    }
}
