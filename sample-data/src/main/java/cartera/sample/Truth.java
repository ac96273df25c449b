package cartera.sample;

import cartera.sample.Customer.Card;
import cartera.sample.Customer.Contact;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiPredicate;

/** What is true of the customers and of demand, beside the exports. */
final class Truth {

    private Truth() {}

    /** One row a customer. */
    static byte[] customers(Company company) {
        List<String> header = List.of(
                "customer",
                "kind",
                "form",
                "status",
                "weekly_rate",
                "gap_shape",
                "mean_spend",
                "start_on",
                "leave_on",
                "manager",
                "heir",
                "discount_percent",
                "credit_days",
                "inn",
                "joined_by",
                "crm_contacts",
                "crm_deals",
                "onec_cards");
        List<List<String>> rows = new ArrayList<>();
        company.customers()
                .forEach(customer -> rows.add(List.of(
                        customer.key(),
                        lower(customer.kind()),
                        lower(customer.person().form()),
                        status(customer),
                        decimal(customer.weeklyRate(), 5),
                        Integer.toString(customer.gapShape()),
                        decimal(customer.meanSpend() / 100, 2),
                        customer.startOn().toString(),
                        Objects.toString(customer.leaveOn(), ""),
                        customer.manager().name(),
                        customer.heir().name(),
                        Integer.toString(customer.discountPercent()),
                        Integer.toString(customer.creditDays()),
                        customer.person().inn(),
                        joinedBy(customer),
                        ids(customer.contacts().stream()
                                .map(contact -> "" + contact.id())
                                .toList()),
                        ids(company.crm.deals.stream()
                                .filter(deal -> deal.customer().equals(customer.key()))
                                .map(deal -> "" + deal.id())
                                .toList()),
                        ids(customer.cards().stream().map(Card::id).toList()))));
        return Csv.plain(header, rows);
    }

    /** Season, trend, share and promotions: {@code total} and each top group of goods. */
    static byte[] series(Season season) {
        List<List<String>> rows = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            rows.add(List.of("total", "season", Integer.toString(month), decimal(season.totalMonth(month), 6)));
        }
        rows.add(List.of("total", "trend", "year", decimal(season.totalTrend(Period.FIRST.plusYears(1)) - 1, 6)));
        for (Season.Series series : season.series) {
            for (int month = 1; month <= 12; month++) {
                String factor = decimal(series.months()[month - 1], 6);
                rows.add(List.of(series.group(), "season", Integer.toString(month), factor));
            }
            rows.add(List.of(series.group(), "trend", "year", decimal(series.growth(), 6)));
            rows.add(List.of(series.group(), "share", "", decimal(series.share(), 6)));
        }
        for (Season.Promotion promotion : season.promotions) {
            String week = promotion.weekOn().toString();
            rows.add(List.of(promotion.group(), "promotion", week, decimal(promotion.demand(), 6)));
            rows.add(List.of(promotion.group(), "discount_percent", week, "" + promotion.discountPercent()));
        }
        return Csv.plain(List.of("series", "kind", "period", "value"), rows);
    }

    /** Everything planted. */
    static byte[] oddities(Oddities oddities) {
        return Csv.plain(
                List.of("kind", "customer", "source", "ids", "note"),
                oddities.all().stream()
                        .map(one -> List.of(one.kind(), one.customer(), one.source(), one.ids(), one.note()))
                        .toList());
    }

    /** The weeks as 1C books them: gross revenue less returns, its net part, its cost, and the money received. */
    static byte[] weeks(Company company) {
        List<List<String>> rows = new ArrayList<>();
        for (LocalDate monday = Period.FIRST; monday.isBefore(Period.LAST); monday = monday.plusWeeks(1)) {
            LocalDate week = monday;
            List<Document> booked = company.documents().stream()
                    .filter(one -> isWithin(one.day(), week))
                    .toList();
            long gross =
                    booked.stream().mapToLong(one -> one.sign() * one.amount()).sum();
            long tax = booked.stream().mapToLong(one -> one.sign() * one.tax()).sum();
            long cost = booked.stream()
                    .mapToLong(one -> one.sign() * company.cost(one))
                    .sum();
            long received = company.bank.payments.stream()
                    .filter(one -> isWithin(one.day(), week) && one.payee() == Bank.MAIN)
                    .mapToLong(Bank.Payment::kopecks)
                    .sum();
            long sales = booked.stream().filter(one -> one.sign() > 0).count();
            rows.add(List.of(
                    week.toString(),
                    Long.toString(sales),
                    Money.text(gross),
                    Money.text(gross - tax),
                    Money.text(cost),
                    Money.text(received)));
        }
        return Csv.plain(List.of("week_on", "sales", "revenue", "net_revenue", "known_cost", "payments_in"), rows);
    }

    private static boolean isWithin(LocalDate day, LocalDate monday) {
        return !day.isBefore(monday) && day.isBefore(monday.plusWeeks(1));
    }

    private static String status(Customer customer) {
        LocalDate leaveOn = customer.leaveOn();
        if (customer.kind() == Customer.Kind.ONE_OFF) {
            return "once";
        }
        return leaveOn == null ? "active" : leaveOn.isAfter(Period.LAST.minusDays(60)) ? "leaving" : "lost";
    }

    /** The strongest thing that the cards of the CRM and of 1C have in common. */
    private static String joinedBy(Customer customer) {
        if (!customer.isInCrm()) {
            return "";
        }
        return anyPair(
                        customer,
                        (contact, card) ->
                                Inn.isValid(contact.inn()) && contact.inn().equals(card.inn()))
                ? "inn"
                : anyPair(customer, (contact, card) -> contact.mobile().equals(card.phone()))
                        ? "phone"
                        : anyPair(customer, (contact, card) -> isSame(contact.email(), card.email()))
                                ? "email"
                                : "name";
    }

    private static boolean anyPair(Customer customer, BiPredicate<Contact, Card> pair) {
        return customer.contacts().stream()
                .anyMatch(contact -> customer.cards().stream().anyMatch(card -> pair.test(contact, card)));
    }

    private static boolean isSame(String one, String other) {
        return !other.isEmpty() && other.equals(one);
    }

    private static String ids(List<String> ids) {
        return String.join(" ", ids);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String decimal(double value, int digits) {
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP).toPlainString();
    }
}
