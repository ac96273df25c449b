package cartera.model.churn;

/**
 * What a reader of the scores should know.
 *
 * @param note the same in English, with the numbers it rests on
 */
public record Remark(Code code, String note) {

    /** What it is about. */
    public enum Code {
        /** More repeat buyers would lift the score to the next rung. */
        FEW_REPEAT_BUYERS,
        /** The purchases carry no purchase model. */
        NO_PURCHASE_MODEL,
        /** No horizon is over: nothing could be learnt from outcomes. */
        NO_CLOSED_WINDOW,
        /** Too few stayed or churned for a logistic score. */
        FEW_OUTCOMES,
        /** The score was no better than the days of silence when last tried. */
        NOT_BETTER_THAN_SILENCE,
        /** The probabilities did not hold when last tried: season or trend moved the level, or customers changed. */
        LEVEL_MOVES,
        /** The score did not tell customers apart when last tried: it is not used. */
        REFUSED
    }
}
