package cartera.sample;

import cartera.sample.Customer.Card;
import cartera.sample.Customer.Form;
import cartera.sample.Customer.Person;
import cartera.sample.Document.Operation;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The money: what customers pay, what suppliers, staff and landlord get, and what moves between our own accounts. */
final class Bank {

    /** A side of a payment. */
    record Party(String name, String inn, String kpp, String account) {}

    /** A payment that the bank has carried out. */
    record Payment(
            LocalDate day,
            String kind,
            int number,
            long kopecks,
            Party payer,
            Party payee,
            String purpose,
            String customer) {}

    static final Party MAIN = new Party(Company.NAME, Company.INN, Company.KPP, "40702810980000000001");
    static final Party RESERVE = new Party(Company.NAME, Company.INN, Company.KPP, "40702810980000000002");
    private static final Party BANK =
            new Party("АО \"Учебный банк\"", Inn.organisation(990_001), "980101001", "70601810980000000001");
    private static final Party LANDLORD =
            new Party("ООО \"Складской парк\"", Inn.organisation(990_002), "980101001", "40702810980000000777");
    private static final Party STAFF = new Party("Сотрудники по реестру", "", "", "40817810980000000888");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);
    private static final String ORDER = "Платежное поручение";

    final List<Payment> payments = new ArrayList<>();
    private final Ledger ledger;
    private final Catalogue catalogue;
    private final Oddities oddities;

    Bank(Ledger ledger, Catalogue catalogue, Oddities oddities) {
        this.ledger = ledger;
        this.catalogue = catalogue;
        this.oddities = oddities;
        receive();
        ledger.documents.stream()
                .filter(document -> document.operation() == Operation.RETURN)
                .forEach(this::refund);
        Period.FIRST.datesUntil(Period.LAST.plusDays(1)).forEach(this::spend);
        payments.sort(Comparator.comparing(Payment::day)
                .thenComparing(payment -> payment.payer().account())
                .thenComparing(payment -> payment.payee().account())
                .thenComparing(Payment::number)
                .thenComparing(Payment::kopecks));
    }

    static boolean isOwn(Party party) {
        return party == MAIN || party == RESERVE;
    }

    /** Sales are paid after the credit days and some delay, those that fall on one day together; a few never are. */
    private void receive() {
        Map<String, List<Document>> together = new LinkedHashMap<>();
        for (Document sale : ledger.documents) {
            Customer customer = sale.customer();
            if (customer != null && sale.operation() == Operation.SALE && sale.sign() != 0) {
                LocalDate day = paidOn(customer, sale);
                if (day != null && Period.contains(day)) {
                    together.computeIfAbsent(day + customer.key(), key -> new ArrayList<>())
                            .add(sale);
                }
            }
        }
        together.forEach((key, sales) -> receive(LocalDate.parse(key.substring(0, 10)), sales));
    }

    private @Nullable LocalDate paidOn(Customer customer, Document sale) {
        Dice dice = Dice.of("paid", sale.id());
        if (dice.chance(0.005)) {
            oddities.add("never_paid", customer.key(), "1c", sale.id(), "a sale without a payment");
            return null;
        }
        return Period.workingDay(sale.day().plusDays(customer.creditDays() + (long) dice.exponential(3)));
    }

    private void receive(LocalDate day, List<Document> sales) {
        Document first = sales.get(0);
        Customer customer = first.customer();
        if (customer == null) {
            return;
        }
        List<String> notes = sales.stream()
                .map(sale -> sale.number() + " от " + sale.day().format(DAY))
                .toList();
        long kopecks = sales.stream().mapToLong(Document::amount).sum();
        long tax = sales.stream().mapToLong(Document::tax).sum();
        String purpose = "Оплата по накладной " + String.join(", ", notes) + ", в т.ч. НДС " + Money.text(tax);
        int number = Dice.of("payment", first.id()).between(1, 9_999);
        add(day, ORDER, number, kopecks, party(customer), MAIN, purpose, customer.key());
    }

    /** As the bank knows it: with the tax number even where the cards lack it; private people have none. */
    private static Party party(Customer customer) {
        Person person = customer.person();
        String official = customer.cards().get(0).officialName();
        String account = person.form() == Form.INDIVIDUAL ? "40817810" : "40702810";
        int number = Integer.parseInt(customer.key().substring(1));
        return new Party(
                official, person.inn(), person.kpp(), account + String.format(Locale.ROOT, "98%010d", number * 7L));
    }

    /** Half of the returns are paid back, the others are set against the next sale. */
    private void refund(Document document) {
        Dice dice = Dice.of("refund", document.id());
        LocalDate day = Period.workingDay(document.day().plusDays(dice.between(1, 6)));
        Customer customer = document.customer();
        if (customer != null && dice.chance(0.5) && Period.contains(day)) {
            String purpose = "Возврат по накладной " + document.number() + " от "
                    + document.day().format(DAY);
            add(day, ORDER, dice.between(1, 9_999), document.amount(), MAIN, party(customer), purpose, customer.key());
            oddities.add("refund", customer.key(), "1c", document.id(), "paid back on " + day);
        }
    }

    /** Suppliers each Thursday, rent and fees at the beginning of a month, wages in its middle. */
    private void spend(LocalDate day) {
        Dice dice = Dice.of("spend", day.toString());
        if (day.getDayOfWeek().getValue() == 4) {
            Card supplier = dice.pick(Ledger.SUPPLIERS);
            long cost = costOfWeek(day.minusDays(6), day) * (98 + dice.below(8)) / 100;
            pay(day, dice, cost, supplied(supplier), "Оплата за товар по договору поставки 15-" + day.getYear());
        }
        if (day.getDayOfMonth() == 3) {
            pay(day, dice, 38_000_000, LANDLORD, "Аренда склада");
            pay(day, dice, 490_000, BANK, "Комиссия за обслуживание счёта");
        }
        if (day.getDayOfMonth() == 15) {
            pay(day, dice, 125_000_000, STAFF, "Заработная плата по реестру");
        }
        if (day.getDayOfMonth() == 20 && day.getMonthValue() % 3 == 0) {
            add(
                    Period.workingDay(day),
                    ORDER,
                    dice.between(1, 9_999),
                    100_000_000,
                    MAIN,
                    RESERVE,
                    "Перевод собственных средств",
                    "");
        }
    }

    private void pay(LocalDate day, Dice dice, long kopecks, Party payee, String purpose) {
        LocalDate paidOn = Period.workingDay(day);
        if (kopecks > 0 && Period.contains(paidOn)) {
            String kind = payee == BANK ? "Банковский ордер" : ORDER;
            add(paidOn, kind, dice.between(1, 9_999), kopecks, MAIN, payee, purpose, "");
        }
    }

    private static Party supplied(Card card) {
        int number = Ledger.SUPPLIERS.indexOf(card) + 1;
        return new Party(
                card.officialName(),
                card.inn(),
                card.kpp(),
                String.format(Locale.ROOT, "4070281098%010d", 9_000_000_000L + number));
    }

    /** What the goods sold in some days will cost again, VAT included. */
    private long costOfWeek(LocalDate fromOn, LocalDate toOn) {
        return ledger.documents.stream()
                .filter(document -> document.sign() > 0
                        && !document.day().isBefore(fromOn)
                        && !document.day().isAfter(toOn))
                .mapToLong(document -> catalogue.cost(document) * 6 / 5)
                .sum();
    }

    private void add(
            LocalDate day,
            String kind,
            int number,
            long kopecks,
            Party payer,
            Party payee,
            String purpose,
            String customer) {
        payments.add(new Payment(day, kind, number, kopecks, payer, payee, purpose, customer));
    }
}
