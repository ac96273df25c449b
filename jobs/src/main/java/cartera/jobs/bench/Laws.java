package cartera.jobs.bench;

import cartera.model.purchase.Blend;
import cartera.model.purchase.Calibration;
import cartera.model.purchase.PurchaseChoice;
import cartera.model.purchase.PurchaseHistory;
import java.util.Optional;

/**
 * What purchases are forecast with.
 *
 * @param judges those that tell who has left
 * @param calibration what totals are scaled by
 */
record Laws(Blend blend, Optional<Blend> judges, Calibration calibration) {

    static Laws of(PurchaseChoice choice, Calibration calibration) {
        return new Laws(choice.blend(), choice.judgesOfLeaving(), calibration);
    }

    double expectedPurchases(PurchaseHistory history, double weeks) {
        return calibration.factor() * blend.expectedPurchases(history, weeks);
    }
}
