package cartera.sample;

import cartera.sample.Customer.Card;
import cartera.sample.Customer.Form;
import cartera.sample.Customer.Kind;
import cartera.sample.Document.Line;
import cartera.sample.Document.Operation;
import cartera.sample.Document.Role;
import cartera.sample.Document.State;
import cartera.sample.Document.Warehouse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Everything that 1C has booked, in its last version, by time. */
final class Ledger {

    static final Card RETAIL = new Card(
            "00000000-0000-0000-0000-000000000000", Form.INDIVIDUAL, "Розничный покупатель", "", "", "", "", "");

    static final List<Card> SUPPLIERS = List.of(
            supplier("Пакет-Завод", 1),
            supplier("Бумага-Комбинат", 2),
            supplier("Химия-Плюс", 3),
            supplier("Посуда-Импорт", 4));

    final List<Document> documents = new ArrayList<>();
    private final Season season;
    private final Basket basket;
    private final Oddities oddities;
    private final Map<LocalDate, Double> demand = new HashMap<>();

    Ledger(Market market, Catalogue catalogue, Season season, int scale, Oddities oddities) {
        this.season = season;
        this.basket = new Basket(catalogue, season);
        this.oddities = oddities;
        Period.FIRST
                .datesUntil(Period.LAST.plusDays(1))
                .filter(Period::isWorkingDay)
                .forEach(day -> demand.put(day, season.total(day)));
        market.customers.forEach(this::trade);
        Period.FIRST
                .datesUntil(Period.LAST.plusDays(1))
                .filter(day -> day.getDayOfWeek() == DayOfWeek.SATURDAY)
                .forEach(day -> retail(day, scale));
        Period.FIRST
                .datesUntil(Period.LAST)
                .filter(day -> day.getDayOfMonth() == 10)
                .forEach(day -> purchase(Period.workingDay(day)));
        number();
    }

    private static Card supplier(String name, int number) {
        return new Card(
                Dice.of("supplier", name).guid(),
                Form.COMPANY,
                name + " ООО",
                "ООО \"" + name + "\"",
                Inn.organisation(900_000 + number),
                "980101001",
                String.format(Locale.ROOT, "+7495%07d", 900_000 + number),
                "");
    }

    /** A renewal process in demand time: gaps are gamma distributed with the customer's shape. */
    private void trade(Customer customer) {
        Dice dice = Dice.of("orders", customer.key());
        if (Period.contains(customer.startOn())) {
            sell(customer, customer.startOn(), dice);
        }
        if (customer.kind() == Kind.ONE_OFF) {
            return;
        }
        double left = gap(customer, dice) * (Period.contains(customer.startOn()) ? 1 : dice.uniform());
        LocalDate day = Period.contains(customer.startOn()) ? customer.startOn().plusDays(1) : Period.FIRST;
        for (; Period.contains(day); day = day.plusDays(1)) {
            left -= customer.isActive(day) ? customer.weeklyRate() / 5 * demand.getOrDefault(day, 0.0) : 0;
            if (left <= 0) {
                sell(customer, day, dice);
                left += gap(customer, dice);
            }
        }
    }

    private static double gap(Customer customer, Dice dice) {
        return dice.gamma(customer.gapShape(), 1);
    }

    private void sell(Customer customer, LocalDate day, Dice dice) {
        double mean = customer.meanSpend() * StrictMath.pow(1.05, Period.years(day));
        List<Line> lines = basket.fill(dice.gamma(6, mean), customer.tastes(), customer.discountPercent(), day, dice);
        String orderId = dice.chance(0.15) ? dice.guid() : "";
        Document sale =
                document(dice.guid(), Operation.SALE, customer, Period.inOfficeHours(day, dice), orderId, lines);
        documents.add(sale);
        if (!orderId.isEmpty()) {
            LocalDate orderedOn = Period.workingDayBefore(day.minusDays(dice.below(5)));
            LocalDateTime orderedAt = Period.inOfficeHours(orderedOn, dice);
            documents.add(document(orderId, Operation.ORDER, customer, orderedAt, "", lines)
                    .withShipment(sale));
        }
        plantOther(customer, day, lines, dice);
        if (dice.chance(0.035)) {
            giveBack(customer, sale, dice);
        }
    }

    /** Orders that are never shipped, and documents that do not count. */
    private void plantOther(Customer customer, LocalDate day, List<Line> lines, Dice dice) {
        double chance = dice.uniform();
        String id = dice.guid();
        LocalDateTime at = Period.inOfficeHours(day, dice);
        if (chance < 0.008) {
            documents.add(document(id, Operation.ORDER, customer, at, "", lines));
            oddities.add("order_not_shipped", customer.key(), "1c", id, "an order without a shipment");
        } else if (chance < 0.010) {
            documents.add(document(id, Operation.SALE, customer, at, "", lines).withState(State.UNPOSTED));
            oddities.add("unposted_document", customer.key(), "1c", id, "not posted: no sale");
        } else if (chance < 0.0115) {
            documents.add(document(id, Operation.SALE, customer, at, "", lines).withState(State.DELETED));
            oddities.add("deleted_document", customer.key(), "1c", id, "marked for deletion: no sale");
        }
    }

    /** Part of one line comes back within two weeks. */
    private void giveBack(Customer customer, Document sale, Dice dice) {
        LocalDate day = Period.workingDay(sale.day().plusDays(dice.between(2, 14)));
        Line line = sale.lines().get(0);
        if (Period.contains(day)) {
            Line back = line.times(Math.max(1, (int) (line.quantity() * (0.1 + 0.6 * dice.uniform()))));
            documents.add(document(
                    dice.guid(), Operation.RETURN, customer, Period.inOfficeHours(day, dice), "", List.of(back)));
        }
    }

    private static Document document(
            String id, Operation operation, Customer customer, LocalDateTime at, String orderId, List<Line> lines) {
        LocalDate day = at.toLocalDate();
        return new Document(
                id,
                "",
                at,
                operation,
                Role.SELLER,
                State.POSTED,
                customer,
                customer.card(day),
                Staff.of(customer, day).name(),
                customer.person().city().equals("Тверь") ? Warehouse.REGIONAL : Warehouse.CENTRAL,
                orderId,
                null,
                lines);
    }

    /** The shop's week in one document, without a name. */
    private void retail(LocalDate day, int scale) {
        Dice dice = Dice.of("retail", day.toString());
        double[] tastes = new double[season.series.size()];
        Arrays.fill(tastes, 1);
        double target = dice.gamma(8, 11_000_000.0 * scale * season.total(day));
        add(
                dice.guid(),
                Operation.SALE,
                Role.SELLER,
                RETAIL,
                day.atTime(18, 0),
                basket.fill(target, tastes, 0, day, dice));
    }

    /** What we bought ourselves: in the same files, told apart by our role. */
    private void purchase(LocalDate day) {
        Dice dice = Dice.of("purchase", day.toString());
        double[] tastes = new double[season.series.size()];
        Arrays.fill(tastes, 1);
        String id = dice.guid();
        Card supplier = dice.pick(SUPPLIERS);
        add(
                id,
                Operation.SALE,
                Role.BUYER,
                supplier,
                day.atTime(11, 30),
                basket.fill(60_000_000, tastes, 15, day, dice));
        oddities.add("our_purchase", "", "1c", id, "the document's role says that we buy");
    }

    private void add(String id, Operation operation, Role role, Card card, LocalDateTime at, List<Line> lines) {
        documents.add(new Document(
                id, "", at, operation, role, State.POSTED, null, card, "", Warehouse.CENTRAL, "", null, lines));
    }

    /** Numbers run by kind of document and begin anew each year. */
    private void number() {
        documents.sort(Comparator.comparing(Document::at).thenComparing(Document::id));
        Map<String, Integer> last = new HashMap<>();
        documents.replaceAll(document -> {
            String series = document.operation().prefix + "-" + document.at().getYear();
            int next = last.merge(series, 1, Integer::sum);
            return document.withNumber(String.format(Locale.ROOT, "%s-%06d", document.operation().prefix, next));
        });
        Map<String, Document> byId = new HashMap<>();
        documents.forEach(document -> byId.put(document.id(), document));
        documents.replaceAll(document -> renumbered(document, byId));
    }

    /** The shipment of an order as it is numbered now. */
    private static Document renumbered(Document document, Map<String, Document> byId) {
        Document shipment = document.shipment();
        Document numbered = shipment == null ? null : byId.get(shipment.id());
        return numbered == null ? document : document.withShipment(numbered);
    }
}
