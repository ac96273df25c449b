package cartera.model.churn;

import cartera.model.PurchaseLog;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** Purchase logs as the churn scores take them, and what came after a cut-off. */
final class SharedLogs {

    private SharedLogs() {}

    static List<CustomerDays> days(PurchaseLog log) {
        return log.customers().values().stream().map(SharedLogs::days).toList();
    }

    private static CustomerDays days(TreeMap<LocalDate, java.math.BigDecimal> byDate) {
        var byDay = new TreeMap<Long, CustomerDays.Day>();
        byDate.forEach(
                (date, amount) -> byDay.put(date.toEpochDay(), new CustomerDays.Day(true, amount.doubleValue())));
        return CustomerDays.of(byDay);
    }

    static boolean[] outcomes(SilenceForecast forecast, List<CustomerDays> customers, long cutDay, int horizonDays) {
        boolean[] churned = new boolean[forecast.scored().size()];
        for (int i = 0; i < churned.length; i++) {
            churned[i] = customers.get(forecast.scored().get(i)).purchaseDays(cutDay, cutDay + horizonDays) == 0;
        }
        return churned;
    }

    static double[] shuffled(double[] values, int[] order) {
        return Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
    }
}
