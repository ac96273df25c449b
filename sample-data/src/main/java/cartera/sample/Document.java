package cartera.sample;

import cartera.sample.Customer.Card;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document of 1C.
 *
 * @param customer null for anonymous retail and for our own purchases
 * @param orderId the order that a sale ships, or empty
 * @param shipment the sale that ships an order, or null
 */
record Document(
        String id,
        String number,
        LocalDateTime at,
        Operation operation,
        Role ourRole,
        State state,
        @Nullable Customer customer,
        Card card,
        String manager,
        Warehouse warehouse,
        String orderId,
        @Nullable Document shipment,
        List<Line> lines) {

    enum Operation {
        SALE("Отпуск товара", "АС00"),
        RETURN("Возврат товара", "АСВ0"),
        ORDER("Заказ товара", "АСЗ0");

        final String title;
        final String prefix;

        Operation(String title, String prefix) {
            this.title = title;
            this.prefix = prefix;
        }
    }

    enum Role {
        SELLER("Продавец"),
        BUYER("Покупатель");

        final String title;

        Role(String title) {
            this.title = title;
        }
    }

    enum State {
        POSTED,
        UNPOSTED,
        DELETED
    }

    enum Warehouse {
        CENTRAL("Центральный склад"),
        REGIONAL("Склад Тверь");

        final String title;
        final String id;

        Warehouse(String title) {
            this.title = title;
            this.id = Dice.of("warehouse", title).guid();
        }
    }

    /** A line: price and amounts are gross, in kopecks. */
    record Line(Product product, int quantity, long price, int discountPercent, int vatPercent) {

        long discount() {
            return Money.percent(quantity * price, discountPercent);
        }

        /** What is paid: after the discount, tax included. */
        long amount() {
            return quantity * price - discount();
        }

        long tax() {
            return Money.taxWithin(amount(), vatPercent);
        }

        Line times(int otherQuantity) {
            return new Line(product, otherQuantity, price, discountPercent, vatPercent);
        }
    }

    LocalDate day() {
        return at.toLocalDate();
    }

    long amount() {
        return lines.stream().mapToLong(Line::amount).sum();
    }

    long tax() {
        return lines.stream().mapToLong(Line::tax).sum();
    }

    /** Sales count up, returns down, all else not at all. */
    int sign() {
        boolean counts = state == State.POSTED && ourRole == Role.SELLER;
        return !counts || operation == Operation.ORDER ? 0 : operation == Operation.SALE ? 1 : -1;
    }

    Document withNumber(String newNumber) {
        return new Document(
                id, newNumber, at, operation, ourRole, state, customer, card, manager, warehouse, orderId, shipment,
                lines);
    }

    Document withShipment(Document sale) {
        return new Document(
                id, number, at, operation, ourRole, state, customer, card, manager, warehouse, orderId, sale, lines);
    }

    Document withState(State newState) {
        return new Document(
                id, number, at, operation, ourRole, newState, customer, card, manager, warehouse, orderId, shipment,
                lines);
    }

    Document withLines(List<Line> newLines) {
        return new Document(
                id, number, at, operation, ourRole, state, customer, card, manager, warehouse, orderId, shipment,
                newLines);
    }
}
