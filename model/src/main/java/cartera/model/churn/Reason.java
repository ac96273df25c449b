package cartera.model.churn;

/**
 * Why a customer's score is high.
 *
 * @param contribution what the theme's features add to the logit together, compared with the average customer
 */
public record Reason(Theme theme, double contribution) {}
