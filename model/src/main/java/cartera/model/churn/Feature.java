package cartera.model.churn;

/**
 * What the logistic score looks at. Amounts and counts are taken as logarithms: a tenth purchase says less than a second.
 * A value that a customer cannot have, such as the gap of somebody who bought once, stands where the unlikeliest does.
 */
public enum Feature {
    /** Logit of the purchase model's probability of no purchase in the horizon. */
    MODEL_LOGIT(Theme.SILENCE),
    /** Days since the last purchase. */
    SILENT_DAYS(Theme.SILENCE),
    /** Days since the first purchase. */
    AGE_DAYS(Theme.AGE),
    /** Purchase days so far. */
    PURCHASE_DAYS(Theme.RHYTHM),
    /** Purchase days per year of age. */
    PURCHASE_RATE(Theme.RHYTHM),
    /** Mean days between purchase days; of one-time buyers their age. */
    USUAL_GAP_DAYS(Theme.RHYTHM),
    /** Spread of the gaps relative to their mean. */
    GAP_SPREAD(Theme.REGULARITY),
    /** Days since the last purchase in own usual gaps. */
    SILENCE_IN_GAPS(Theme.SILENCE),
    /** Net amount so far. */
    AMOUNT(Theme.SPEND),
    /** Net amount per purchase day. */
    MEAN_AMOUNT(Theme.SPEND),
    /** Purchase days in the last third of a horizon. */
    PURCHASE_DAYS_THIRD(Theme.RECENT_PURCHASES),
    /** Purchase days in the last two thirds of a horizon. */
    PURCHASE_DAYS_TWO_THIRDS(Theme.RECENT_PURCHASES),
    /** Purchase days in the last horizon. */
    PURCHASE_DAYS_ONE(Theme.RECENT_PURCHASES),
    /** Purchase days in the last two horizons. */
    PURCHASE_DAYS_TWO(Theme.RECENT_PURCHASES),
    /** Net amount in the last third of a horizon. */
    AMOUNT_THIRD(Theme.SPEND),
    /** Net amount in the last horizon. */
    AMOUNT_ONE(Theme.SPEND),
    /** Net amount in the last two horizons. */
    AMOUNT_TWO(Theme.SPEND),
    /** Purchase days of the last horizon less those of the one before. */
    TREND(Theme.RECENT_PURCHASES),
    /** Product groups bought in the last two horizons. */
    GROUPS(Theme.BREADTH),
    /** Product groups of the last horizon less those of the one before. */
    GROUPS_TREND(Theme.BREADTH),
    /** Share of what was bought that came back. */
    RETURNED_SHARE(Theme.RETURNS),
    /** Share taken off list prices. */
    DISCOUNT_SHARE(Theme.DISCOUNT),
    /** Contacts in the last horizon. */
    CONTACTS(Theme.CONTACTS),
    /** Orders of the last two horizons that came late. */
    LATE_ORDERS(Theme.SERVICE);

    private final Theme theme;

    Feature(Theme theme) {
        this.theme = theme;
    }

    /** What a reason from this feature is about. */
    public Theme theme() {
        return theme;
    }
}
