package cartera.model.value;

import java.util.Arrays;
import java.util.OptionalLong;

/**
 * How much the data allow, from the best rung down: what a number rests on, keyed on the repeat buyers of the company
 * or of the group that is modelled. No rung is blank.
 */
public enum Rung {
    /** A model of the group's own. */
    OWN_MODEL(200),
    /** One model of all groups together, in which every customer is drawn towards the whole. */
    POOLED_MODEL(50),
    /** A rule on the customer's own rhythm and mean; no probabilities. */
    RULE(10),
    /** Counts and sums of the past only; no forecast. */
    COUNTS(0);

    private final long repeatBuyers;

    Rung(long repeatBuyers) {
        this.repeatBuyers = repeatBuyers;
    }

    /** The repeat buyers this rung asks for. */
    public long repeatBuyers() {
        return repeatBuyers;
    }

    /** The highest rung that so many repeat buyers reach. */
    public static Rung of(long repeatBuyers) {
        for (Rung rung : values()) {
            if (repeatBuyers >= rung.repeatBuyers) {
                return rung;
            }
        }
        throw new IllegalArgumentException("Invalid repeatBuyers: %d (must be 0 or more)".formatted(repeatBuyers));
    }

    /** How many more repeat buyers lift to the next rung; empty at the top. */
    public static OptionalLong missing(long repeatBuyers) {
        Rung rung = of(repeatBuyers);
        return Arrays.stream(values())
                .filter(higher -> higher.compareTo(rung) < 0)
                .mapToLong(higher -> higher.repeatBuyers - repeatBuyers)
                .min();
    }

    /** The lower of two rungs: a number is as good as the weakest thing it rests on. */
    public Rung atMost(Rung other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
