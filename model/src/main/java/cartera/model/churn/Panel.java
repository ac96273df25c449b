package cartera.model.churn;

import cartera.model.fit.Fitted;
import cartera.model.purchase.PurchaseChoice;
import cartera.model.purchase.PurchaseGroup;
import cartera.model.purchase.PurchaseModel;
import cartera.model.purchase.PurchaseSample;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The customers known at the end of one day, with what can be said of them from what was known then.
 *
 * <p>Nothing after that day can get in: the customers are cut first, and only {@link #outcomes} looks further.
 */
final class Panel {

    private static final double DAYS_PER_WEEK = 7;

    private final long cutDay;
    private final int horizonDays;
    /** With their future; what they may be asked is in {@link #known}. */
    private final List<CustomerDays> customers;

    private final List<CustomerDays> known;
    private final PurchaseSample sample;
    private final PurchaseChoice purchases;
    private final double[] silence;

    private Panel(long cutDay, int horizonDays, List<CustomerDays> customers) {
        this.cutDay = cutDay;
        this.horizonDays = horizonDays;
        this.customers = customers;
        this.known = customers.stream().map(customer -> customer.until(cutDay)).toList();
        this.sample = PurchaseSample.of(known.stream()
                .map(customer ->
                        new PurchaseGroup(customer.history(cutDay), 1, OptionalDouble.of(customer.logGapSum())))
                .toList());
        this.purchases = PurchaseChoice.byLikelihood(sample);
        this.silence = silence(purchases.chosen().model());
    }

    /** Those of the customers who had bought by the end of {@code cutDay}, in their order. */
    static Panel of(List<CustomerDays> customers, long cutDay, int horizonDays) {
        var known = customers.stream()
                .filter(customer -> customer.until(cutDay).hasPurchases())
                .toList();
        return new Panel(cutDay, horizonDays, known);
    }

    int size() {
        return known.size();
    }

    long cutDay() {
        return cutDay;
    }

    long repeatBuyers() {
        return sample.repeatBuyers();
    }

    /** The purchase model and how its choice went. */
    PurchaseChoice purchases() {
        return purchases;
    }

    /** The chosen purchase model's probability of no purchase in the horizon. */
    double[] silence() {
        return silence.clone();
    }

    /** The same of another model. */
    double[] silence(PurchaseModel model) {
        return known.stream()
                .mapToDouble(customer ->
                        model.probabilityOfNoPurchase(customer.history(cutDay), horizonDays / DAYS_PER_WEEK))
                .toArray();
    }

    double[] silentDays() {
        return known.stream()
                .mapToDouble(customer -> cutDay - customer.lastDay())
                .toArray();
    }

    double[][] features() {
        double[][] features = new double[known.size()][];
        Arrays.setAll(features, i -> new Snapshot(known.get(i), cutDay, horizonDays, silence[i]).features());
        return features;
    }

    /** Whether each customer bought nothing in the {@code days} after the cut-off. */
    boolean[] outcomes(long days) {
        boolean[] churned = new boolean[customers.size()];
        for (int i = 0; i < churned.length; i++) {
            churned[i] = customers.get(i).purchaseDays(cutDay, cutDay + days) == 0;
        }
        return churned;
    }

    boolean[] outcomes() {
        return outcomes(horizonDays);
    }

    boolean isModelUsable() {
        Fitted<PurchaseModel> chosen = purchases.chosen();
        return chosen.isUsable();
    }
}
