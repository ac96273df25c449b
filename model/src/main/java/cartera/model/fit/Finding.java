package cartera.model.fit;

/**
 * What a fit found out about itself.
 *
 * @param note the same in English, with the numbers it rests on
 */
public record Finding(Kind kind, String note) {

    /** The failure modes a fit knows, and whether the model may still be used. */
    public enum Kind {
        /** Nobody was observed for any time. */
        NO_OBSERVATIONS(true),
        /** Nobody bought twice. */
        NO_REPEAT_PURCHASES(true),
        /** Fewer repeat buyers than the parameters need. */
        FEW_REPEAT_BUYERS(true),
        /** The optimiser stopped short of a maximum. */
        NOT_CONVERGED(true),
        /** A parameter ran to the edge of its range. */
        ON_BOUND(true),
        /** The histories look as if no customer ever left: a probability of being alive would say nothing. */
        NO_DROPOUT(true),
        /** All customers buy at the same rate: only the total can be forecast. */
        NO_SPREAD(false),
        /** All customers are equally likely to leave. */
        SAME_DROPOUT(false),
        /** Mean spend of a new customer is infinite. */
        INFINITE_MEAN(true),
        /** Spread of mean spend between customers is infinite: single large customers carry the mean. */
        INFINITE_SPREAD(false),
        /** Spend depends on frequency, which the model rules out. */
        SPEND_DEPENDS_ON_FREQUENCY(false);

        private final boolean isDisqualifying;

        Kind(boolean isDisqualifying) {
            this.isDisqualifying = isDisqualifying;
        }

        /** Whether a simpler model must take over. */
        public boolean isDisqualifying() {
            return isDisqualifying;
        }
    }
}
