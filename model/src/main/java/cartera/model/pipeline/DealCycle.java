package cartera.model.pipeline;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * When deals are won or lost: the probability of either by age, open deals counted as long as they were watched.
 *
 * <p>Source: O. O. Aalen and S. Johansen, An empirical transition matrix for non-homogeneous Markov chains based on censored
 * observations, Scandinavian Journal of Statistics 5 (1978): with two ways to end, the share won by age a is the sum over
 * t up to a of S(t-) d(t) / n(t), S being the Kaplan-Meier share still open, d the wins at age t and n the deals still watched.
 *
 * <p>Units: days.
 */
public final class DealCycle {

    private record State(double open, double won) {}

    private static final State NEW = new State(1, 0);

    private final NavigableMap<Double, State> states;

    private final double[] watched;
    private final double mean;

    private DealCycle(NavigableMap<Double, State> states, Collection<DealOutcome> deals) {
        this.states = states;
        this.watched = deals.stream().mapToDouble(DealOutcome::days).sorted().toArray();
        double won =
                deals.stream().filter(deal -> deal.is(DealOutcome.Kind.WON)).count();
        double lost =
                deals.stream().filter(deal -> deal.is(DealOutcome.Kind.LOST)).count();
        this.mean = (won + 0.5) / (won + lost + 1);
    }

    /** The cycle that deals have shown; without any nothing is ever decided. */
    public static DealCycle of(Collection<DealOutcome> deals) {
        SortedMap<Double, int[]> counts = new TreeMap<>();
        for (DealOutcome deal : deals) {
            counts.computeIfAbsent(deal.days(), days -> new int[DealOutcome.Kind.values().length])[
                    deal.kind().ordinal()]++;
        }
        NavigableMap<Double, State> states = new TreeMap<>();
        State state = NEW;
        int watched = deals.size();
        for (Map.Entry<Double, int[]> age : counts.entrySet()) {
            int won = age.getValue()[DealOutcome.Kind.WON.ordinal()];
            int lost = age.getValue()[DealOutcome.Kind.LOST.ordinal()];
            state = new State(
                    state.open() * (1 - (double) (won + lost) / watched), state.won() + state.open() * won / watched);
            states.put(age.getKey(), state);
            watched -= won + lost + age.getValue()[DealOutcome.Kind.OPEN.ordinal()];
        }
        return new DealCycle(states, deals);
    }

    private State at(double days) {
        Map.Entry<Double, State> until = states.floorEntry(days);
        return until == null ? NEW : until.getValue();
    }

    /** Share of all deals that are still open at an age. */
    public double open(double days) {
        return at(days).open();
    }

    /** Share of all deals that are won by an age. */
    public double won(double days) {
        return at(days).won();
    }

    /** Probability that a deal open at an age is won within the days after it; 0 beyond the oldest age that was watched. */
    public double wonWithin(double age, double days) {
        double open = open(age);
        return open > 0 ? Math.min(1, (won(age + days) - won(age)) / open) : 0;
    }

    /**
     * Probability that a deal open at an age is ever won: what was seen, and one more deal of the mean win rate, for few deals
     * are watched that long.
     */
    public double everWon(double age) {
        double seen = Arrays.stream(watched).filter(days -> days >= age).count();
        return (seen * wonWithin(age, Double.MAX_VALUE) + mean) / (seen + 1);
    }

    /** Of the deals that are open at an age and will be won, the share that is won within the days after it. */
    public double shareWithin(double age, double days) {
        double ever = wonWithin(age, Double.MAX_VALUE);
        return ever > 0 ? wonWithin(age, days) / ever : 1;
    }
}
