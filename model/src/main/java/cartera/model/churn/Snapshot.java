package cartera.model.churn;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * What is known of one customer at the end of a day, for the question whether nothing is bought in the days after.
 *
 * @param customer with nothing in it that came after {@code cutDay}
 * @param silence the purchase model's probability of no purchase in the horizon
 */
record Snapshot(CustomerDays customer, long cutDay, int horizonDays, double silence) {

    /** The features in the order of {@link Feature}, all finite. */
    double[] features() {
        var values = new EnumMap<Feature, Double>(Feature.class);
        values.put(Feature.MODEL_LOGIT, Logit.of(silence));
        putRhythm(values);
        putAmounts(values);
        putWindows(values);
        putSigns(values);
        return values.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    private void putRhythm(Map<Feature, Double> values) {
        double[] gaps = customer.gaps();
        double age = cutDay - customer.firstDay();
        double silent = silentDays();
        double usualGap = gaps.length == 0
                ? Math.max(age, 1)
                : Arrays.stream(gaps).average().orElse(1);
        values.put(Feature.SILENT_DAYS, Math.log1p(silent));
        values.put(Feature.AGE_DAYS, Math.log1p(age));
        values.put(Feature.PURCHASE_DAYS, Math.log1p(gaps.length + 1.0));
        values.put(Feature.PURCHASE_RATE, Math.log1p(gaps.length / (age + 1) * 365));
        values.put(Feature.USUAL_GAP_DAYS, Math.log1p(usualGap));
        values.put(Feature.GAP_SPREAD, Math.log1p(deviation(gaps, usualGap) / usualGap));
        values.put(Feature.SILENCE_IN_GAPS, Math.log1p(silent / usualGap));
    }

    private static double deviation(double[] gaps, double mean) {
        double squares =
                Arrays.stream(gaps).map(gap -> (gap - mean) * (gap - mean)).sum();
        return Math.sqrt(squares / Math.max(1, gaps.length));
    }

    private void putAmounts(Map<Feature, Double> values) {
        double amount = customer.amount(Long.MIN_VALUE, cutDay);
        values.put(Feature.AMOUNT, magnitude(amount));
        values.put(Feature.MEAN_AMOUNT, magnitude(amount / (customer.gaps().length + 1)));
    }

    private void putWindows(Map<Feature, Double> values) {
        double one = purchaseDays(0, 1);
        double two = purchaseDays(0, 2);
        values.put(Feature.PURCHASE_DAYS_THIRD, Math.log1p(customer.purchaseDays(cutDay - horizonDays / 3, cutDay)));
        values.put(
                Feature.PURCHASE_DAYS_TWO_THIRDS,
                Math.log1p(customer.purchaseDays(cutDay - 2L * horizonDays / 3, cutDay)));
        values.put(Feature.PURCHASE_DAYS_ONE, Math.log1p(one));
        values.put(Feature.PURCHASE_DAYS_TWO, Math.log1p(two));
        values.put(Feature.AMOUNT_THIRD, magnitude(customer.amount(cutDay - horizonDays / 3, cutDay)));
        values.put(Feature.AMOUNT_ONE, magnitude(amount(0, 1)));
        values.put(Feature.AMOUNT_TWO, magnitude(amount(0, 2)));
        values.put(Feature.TREND, Math.log1p(one) - Math.log1p(two - one));
    }

    private void putSigns(Map<Feature, Double> values) {
        values.put(Feature.GROUPS, Math.log1p(groups(0, 2)));
        values.put(Feature.GROUPS_TREND, Math.log1p(groups(0, 1)) - Math.log1p(groups(1, 2)));
        values.put(Feature.RETURNED_SHARE, returnedShare());
        values.put(Feature.DISCOUNT_SHARE, discountShare());
        values.put(Feature.CONTACTS, Math.log1p(contacts()));
        values.put(Feature.LATE_ORDERS, Math.log1p(lateOrders()));
    }

    /** Purchase days between so many horizons ago and so many. */
    int purchaseDays(int from, int to) {
        return customer.purchaseDays(cutDay - (long) to * horizonDays, cutDay - (long) from * horizonDays);
    }

    double amount(int from, int to) {
        return customer.amount(cutDay - (long) to * horizonDays, cutDay - (long) from * horizonDays);
    }

    int groups(int from, int to) {
        return customer.groups(cutDay - (long) to * horizonDays, cutDay - (long) from * horizonDays);
    }

    /** Of all that was bought, 0 to 1. */
    double returnedShare() {
        double returned =
                customer.sum(Long.MIN_VALUE, cutDay, day -> day.signs().returned());
        double bought = customer.amount(Long.MIN_VALUE, cutDay) + returned;
        return returned == 0 ? 0 : bought <= returned ? 1 : returned / bought;
    }

    /** Of all that list prices come to, 0 to 1. */
    double discountShare() {
        double discount =
                customer.sum(Long.MIN_VALUE, cutDay, day -> day.signs().discount());
        double paid = customer.sum(
                Long.MIN_VALUE, cutDay, day -> day.amount() + day.signs().returned());
        return discount == 0 ? 0 : paid <= 0 ? 1 : discount / (paid + discount);
    }

    /** In the last horizon. */
    double contacts() {
        return customer.sum(cutDay - horizonDays, cutDay, day -> day.signs().contacts());
    }

    /** In the last two horizons. */
    double lateOrders() {
        return customer.sum(
                cutDay - 2L * horizonDays, cutDay, day -> day.signs().lateOrders());
    }

    long silentDays() {
        return cutDay - customer.lastDay();
    }

    /** Logarithm that takes net returns, too. */
    private static double magnitude(double amount) {
        return Math.signum(amount) * Math.log1p(Math.abs(amount));
    }
}
