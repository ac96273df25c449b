package cartera.sample;

import cartera.sample.Customer.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The plan: what each manager's customers would buy by their true rates, without the knowledge that some leave, and a
 * little more. The company's plan is the sum of its managers' and of the shop's.
 */
final class PlanFile {

    private static final double AMBITION = 0.97;
    private static final double WEEKS_IN_MONTH = 365.25 / 7 / 12;
    /** Margin of net sales that is planned. */
    private static final double MARGIN_SHARE = 0.25;

    private static final long RETAIL_WEEK = 110_000;
    private static final long ONE_OFF_WEEK = 90_000;

    private final Company company;
    private final List<List<String>> rows = new ArrayList<>();

    private PlanFile(Company company) {
        this.company = company;
    }

    static byte[] write(Company company, int scale) {
        PlanFile plan = new PlanFile(company);
        for (LocalDate month = LocalDate.of(2023, 12, 1); month.getYear() < 2027; month = month.plusMonths(1)) {
            plan.month(month, scale);
        }
        return Csv.plain(List.of("metric", "scope", "key", "month", "value"), plan.rows);
    }

    private void month(LocalDate month, int scale) {
        double demand = company.season.totalMonth(month.getMonthValue())
                * company.season.totalTrend(month)
                * StrictMath.pow(1.05, Period.years(month));
        Map<String, Double> byManager = new LinkedHashMap<>();
        Staff.MANAGERS.stream()
                .filter(manager -> manager.isPresent(month))
                .forEach(manager -> byManager.put(manager.name(), 0.0));
        company.customers().stream()
                .filter(customer -> isExpected(customer, month))
                .forEach(customer -> byManager.merge(
                        Staff.of(customer, month).name(),
                        customer.weeklyRate() * customer.meanSpend() / 100 * WEEKS_IN_MONTH * demand * AMBITION,
                        Double::sum));
        long total = rounded((RETAIL_WEEK + ONE_OFF_WEEK) * scale * WEEKS_IN_MONTH * demand);
        for (Map.Entry<String, Double> manager : byManager.entrySet()) {
            long revenue = rounded(manager.getValue());
            total += revenue;
            add("revenue", "manager", manager.getKey(), month, revenue);
            add("gross_margin", "manager", manager.getKey(), month, margin(revenue, month));
        }
        add("revenue", "company", "", month, total);
        add("gross_margin", "company", "", month, margin(total, month));
        add("payments_in", "company", "", month, rounded(total * 0.97));
    }

    /** Whoever was a customer two months ago is still expected to be one. */
    private static boolean isExpected(Customer customer, LocalDate month) {
        LocalDate leaveOn = customer.leaveOn();
        return customer.kind() != Kind.ONE_OFF
                && customer.startOn().isBefore(month.plusMonths(1))
                && (leaveOn == null || leaveOn.isAfter(month.minusMonths(2)));
    }

    private static long margin(long revenue, LocalDate month) {
        double vat = month.getYear() < 2026 ? 1.2 : 1.22;
        return rounded(revenue / vat * MARGIN_SHARE);
    }

    private static long rounded(double roubles) {
        return StrictMath.round(roubles / 10_000) * 10_000;
    }

    private void add(String metric, String scope, String key, LocalDate month, long value) {
        rows.add(List.of(metric, scope, key, month.toString(), Long.toString(value)));
    }
}
