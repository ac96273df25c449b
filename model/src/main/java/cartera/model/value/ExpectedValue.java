package cartera.model.value;

/**
 * What a customer will bring over a horizon.
 *
 * @param purchases purchase days to be expected
 * @param amount money to be expected
 * @param margin of that amount
 * @param discountedMargin the same in today's money: the customer's value (CLV) over the horizon
 * @param low lower end of the interval of the discounted margin; 0 where no purchase at all is likely enough
 * @param high upper end of that interval
 */
public record ExpectedValue(
        double purchases, double amount, double margin, double discountedMargin, double low, double high) {

    /** The same where totals are calibrated by a factor. */
    public ExpectedValue times(double factor) {
        return new ExpectedValue(
                factor * purchases,
                factor * amount,
                factor * margin,
                factor * discountedMargin,
                factor * low,
                factor * high);
    }
}
