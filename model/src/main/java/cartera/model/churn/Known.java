package cartera.model.churn;

import cartera.model.fit.Fitted;
import cartera.model.purchase.BetaGeometric;
import cartera.model.purchase.Dropout;
import cartera.model.purchase.Nbd;
import cartera.model.purchase.PurchaseChoice;
import cartera.model.purchase.PurchaseGroup;
import cartera.model.purchase.PurchaseModel;
import cartera.model.purchase.PurchaseSample;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The customers who had bought by the end of a day, and the purchase model of that day: fitted when first asked for, once
 * for all horizons.
 */
final class Known {

    private final long cutDay;
    private final List<CustomerDays> customers;
    private final PurchaseSample sample;
    private final @Nullable Known pattern;
    private @Nullable Fitted<PurchaseModel> fitted;

    /**
     * Cuts the customers at the day.
     *
     * @param customers those with a purchase by then
     * @param pattern a later day whose choice of a model's form is taken over; null to choose anew
     */
    Known(List<CustomerDays> customers, long cutDay, @Nullable Known pattern) {
        this.cutDay = cutDay;
        this.customers = customers.stream().map(one -> one.until(cutDay)).toList();
        this.sample = PurchaseSample.of(this.customers.stream()
                .map(one -> new PurchaseGroup(one.history(cutDay), 1, OptionalDouble.of(one.logGapSum())))
                .toList());
        this.pattern = pattern;
    }

    long cutDay() {
        return cutDay;
    }

    List<CustomerDays> customers() {
        return customers;
    }

    long repeatBuyers() {
        return sample.repeatBuyers();
    }

    /** The purchase model of the day. */
    Fitted<PurchaseModel> model() {
        Fitted<PurchaseModel> model = fitted;
        if (model == null) {
            model = pattern == null
                    ? PurchaseChoice.byLikelihood(sample).chosen()
                    : like(pattern.model().model());
            fitted = model;
        }
        return model;
    }

    private Fitted<PurchaseModel> like(PurchaseModel model) {
        int k = (int) Math.round(model.parameters().getOrDefault("k", 1.0));
        return model instanceof Nbd ? Nbd.fit(sample, k) : BetaGeometric.fit(sample, Dropout.AFTER_ANY_PURCHASE, k);
    }
}
