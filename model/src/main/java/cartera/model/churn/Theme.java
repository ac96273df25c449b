package cartera.model.churn;

/** What a reason for a score is about, in words that a manager uses; features that tell one story share one theme. */
public enum Theme {
    /** How long nothing was bought, in days and against the customer's own gaps. */
    SILENCE,
    /** How often this customer buys. */
    RHYTHM,
    /** How regularly this customer buys. */
    REGULARITY,
    /** How much was bought lately, and less or more than before. */
    RECENT_PURCHASES,
    /** What the customer spends. */
    SPEND,
    /** How long the customer is known. */
    AGE,
    /** How many product groups are bought. */
    BREADTH,
    /** What came back. */
    RETURNS,
    /** What was taken off the price. */
    DISCOUNT,
    /** What the company's people did for the customer. */
    CONTACTS,
    /** How the company kept its word. */
    SERVICE
}
