package cartera.sample;

import cartera.sample.Customer.Contact;
import cartera.sample.Deal.Pipeline;
import cartera.sample.Deal.Share;
import cartera.sample.Deal.Stage;
import cartera.sample.Document.Operation;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the sales people entered: deals for most sales, lost and open ones, and mistakes. */
final class Crm {

    static final LocalDateTime EXPORTED_AT = Period.LAST.atTime(20, 0);
    private static final int PROSPECTS = 300;
    private static final long FIRST_ID = 26_900_001L;
    /** What is planted on people who never bought is an oddity of the CRM too. */
    private static final Set<String> OF_PROSPECTS = Set.of("wrong_inn_crm", "shared_phone", "phone_of_another");

    /** Prospects whose deals an export broke: rows that no reader can take. */
    private static final Set<String> DAMAGED = Set.of("L20", "L40", "L60");

    private static final List<Stage> OPEN =
            List.of(Stage.NEW, Stage.QUALIFIED, Stage.OFFER, Stage.CONTRACT, Stage.INVOICE);

    final List<Deal> deals = new ArrayList<>();
    final List<Contact> prospects = new ArrayList<>();
    /** The deal of a sale, where the people of 1C wrote its number down. */
    final Map<String, Long> dealBySale = new HashMap<>();

    private final Oddities oddities;

    Crm(Market market, Ledger ledger, int scale, Oddities oddities) {
        this.oddities = oddities;
        Set<Customer> known = new HashSet<>();
        for (Document document : ledger.documents) {
            Customer customer = document.customer();
            boolean isSale = document.operation() == Operation.SALE && document.sign() != 0;
            if (isSale && customer != null && customer.isInCrm()) {
                boolean isFirst = known.add(customer) && Period.contains(customer.startOn());
                enter(customer, document, isFirst);
            }
        }
        market.customers.stream().filter(Customer::isInCrm).forEach(this::lose);
        prospect(market.customers.size(), PROSPECTS * scale);
        number();
    }

    /** The deal of a sale, unless somebody forgot to enter it. */
    private void enter(Customer customer, Document sale, boolean isFirst) {
        Dice dice = Dice.of("deal", sale.id());
        if (!isFirst && dice.chance(0.02)) {
            oddities.add("sale_not_in_crm", customer.key(), "1c", sale.id(), "no deal was entered for the sale");
            return;
        }
        List<String> planted = new ArrayList<>();
        LocalDate shippedOn = sale.day();
        LocalDate createdOn = Period.workingDayBefore(shippedOn.minusDays(dice.below(isFirst ? 28 : 6)));
        LocalDateTime createdAt = Period.inOfficeHours(createdOn, dice);
        LocalDateTime closedAt = Period.inOfficeHours(Period.workingDay(shippedOn.plusDays(dice.between(1, 2))), dice);
        if (dice.chance(0.025) && shippedOn.isBefore(Period.LAST.minusDays(30))) {
            createdAt = Period.inOfficeHours(Period.workingDay(shippedOn.plusDays(dice.between(3, 25))), dice);
            closedAt = createdAt.plusMinutes(dice.between(1, 20));
            planted.add("late_deal");
        }
        long roubles = Money.roubles(sale.amount());
        if (dice.chance(0.01)) {
            roubles = roubles * 11 / 10000 * 1000 + 1000;
            planted.add("deal_amount_differs");
        }
        Share second = second(customer, sale.day(), dice);
        if (second != null) {
            planted.add("two_managers");
        }
        boolean isClosed = closedAt.isBefore(EXPORTED_AT);
        deals.add(new Deal(
                0,
                isFirst || dice.chance(0.3)
                        ? ""
                        : "Заказ " + dice.between(100, 999) + ", "
                                + customer.person().city(),
                roubles,
                pipeline(customer, isFirst),
                isClosed ? Stage.WON : Stage.INVOICE,
                sale.manager(),
                second,
                createdAt,
                isClosed ? closedAt : sale.at(),
                isClosed ? closedAt : null,
                customer.contact(createdAt.toLocalDate()),
                isFirst ? dice.pick(Words.CHANNEL) : "",
                "",
                customer.kind() == Customer.Kind.VIP ? "опт, vip" : "опт",
                customer.key(),
                sale.id(),
                planted));
    }

    private static Pipeline pipeline(Customer customer, boolean isFirst) {
        return customer.person().city().equals("Смоленск") ? Pipeline.REGION : isFirst ? Pipeline.NEW : Pipeline.REPEAT;
    }

    private static @Nullable Share second(Customer customer, LocalDate day, Dice dice) {
        Staff.Manager other = Staff.present(dice, day);
        boolean isShared = dice.chance(0.03) && other != Staff.of(customer, day);
        return isShared ? new Share(other.name(), dice.pick(List.of(30, 40, 50))) : null;
    }

    /** Lost and open deals of a customer, and now and then one that was closed as won but never shipped. */
    private void lose(Customer customer) {
        Dice dice = Dice.of("lost", customer.key());
        Contact contact = customer.contacts().get(0);
        for (int i = dice.poisson(0.7); i > 0; i--) {
            attempt(customer, contact, day(customer.servedFrom(), dice), dice);
        }
        LocalDate wonOn = day(customer.servedFrom(), dice);
        if (dice.chance(0.05) && wonOn.isBefore(Period.LAST.minusDays(30))) {
            add(customer, contact, Stage.WON, wonOn, dice, List.of("deal_never_shipped"));
        }
    }

    /** A working day of the export from a day on; new deals stop some days before the export. */
    private static LocalDate day(LocalDate fromOn, Dice dice) {
        int days = (int) ChronoUnit.DAYS.between(fromOn, Period.LAST.minusDays(4));
        return Period.workingDay(fromOn.plusDays(dice.below(Math.max(1, days))));
    }

    private void attempt(@Nullable Customer customer, Contact contact, LocalDate day, Dice dice) {
        boolean isRecent = day.isAfter(Period.LAST.minusDays(60));
        Stage stage = isRecent && dice.chance(0.75) ? dice.pick(OPEN) : Stage.LOST;
        add(customer, contact, stage, day, dice, List.of());
    }

    private void add(
            @Nullable Customer customer, Contact contact, Stage stage, LocalDate day, Dice dice, List<String> planted) {
        LocalDateTime createdAt = Period.inOfficeHours(day, dice);
        boolean isOpen = OPEN.contains(stage);
        LocalDateTime movedAt = Period.inOfficeHours(Period.workingDay(day.plusDays(dice.between(1, 20))), dice);
        LocalDateTime updatedAt = movedAt.isBefore(EXPORTED_AT) ? movedAt : EXPORTED_AT.minusHours(3);
        String manager = (customer == null ? Staff.present(dice, day) : Staff.of(customer, day)).name();
        double mean = customer == null ? 9_000_000 : customer.meanSpend();
        deals.add(new Deal(
                0,
                "",
                stage == Stage.NEW ? 0 : Money.roubles((long) dice.gamma(3, mean)) / 500 * 500,
                customer == null ? Pipeline.NEW : pipeline(customer, false),
                stage,
                manager,
                null,
                createdAt,
                updatedAt,
                isOpen ? null : updatedAt,
                contact,
                dice.pick(Words.CHANNEL),
                stage == Stage.LOST ? dice.pick(Words.LOSS) : "",
                "",
                customer == null ? "" : customer.key(),
                "",
                planted));
    }

    /** People who asked and never bought, three in ten of them lately. */
    private void prospect(int firstIndex, int count) {
        Oddities planted = new Oddities();
        Identities identities = new Identities(planted);
        for (int i = 0; i < count; i++) {
            String key = "L" + (i + 1);
            Dice dice = Dice.of("prospect", key);
            LocalDate day = day(dice.chance(0.3) ? Period.LAST.minusDays(60) : Period.FIRST, dice);
            identities.contacts(key, firstIndex + i, identities.person(firstIndex + i), day).stream()
                    .findFirst()
                    .ifPresent(contact -> {
                        prospects.add(contact);
                        attempt(null, contact, day, dice);
                        if (DAMAGED.contains(key)) {
                            deals.set(
                                    deals.size() - 1,
                                    deals.get(deals.size() - 1).withOddity("damaged_row"));
                        }
                    });
        }
        planted.all().stream()
                .filter(one -> OF_PROSPECTS.contains(one.kind()))
                .forEach(one -> oddities.add(one.kind(), one.customer(), one.source(), one.ids(), one.note()));
    }

    /** Ids run with the time of entry. */
    private void number() {
        deals.sort(Comparator.comparing(Deal::createdAt)
                .thenComparing(Deal::saleId)
                .thenComparing(deal -> deal.contact().id())
                .thenComparing(Deal::roubles));
        for (int i = 0; i < deals.size(); i++) {
            Deal deal = deals.get(i).withId(FIRST_ID + i * 3L);
            deals.set(i, deal);
            deal.oddities().forEach(kind -> oddities.add(kind, deal.customer(), "amo", "" + deal.id(), deal.saleId()));
            boolean isTold =
                    !deal.oddities().isEmpty() || Dice.of("told", deal.saleId()).chance(0.4);
            if (isTold && !deal.saleId().isEmpty()) {
                dealBySale.put(deal.saleId(), deal.id());
            }
        }
    }
}
