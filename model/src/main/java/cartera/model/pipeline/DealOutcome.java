package cartera.model.pipeline;

/**
 * How a deal ended, or that it has not.
 *
 * @param days from its opening to its end, or to today
 */
public record DealOutcome(double days, Kind kind) {

    /** What became of a deal. */
    public enum Kind {
        OPEN,
        WON,
        LOST
    }

    public DealOutcome {
        if (!(days >= 0)) {
            throw new IllegalArgumentException("Invalid days: %s (must be 0 or more)".formatted(days));
        }
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }
}
