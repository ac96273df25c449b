package cartera.sample;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sales managers. One of them leaves in the last autumn; her customers are shared out among the others. */
final class Staff {

    /** A manager, present from {@code fromOn} to {@code toOn}. */
    record Manager(String name, LocalDate fromOn, @Nullable LocalDate toOn) {

        boolean isPresent(LocalDate day) {
            return !day.isBefore(fromOn) && (toOn == null || !day.isAfter(toOn));
        }
    }

    static final LocalDate LEFT_ON = LocalDate.of(2026, 9, 25);
    static final LocalDate SUCCESSOR_ON = LocalDate.of(2026, 9, 28);
    static final Manager LEAVER = new Manager("Соколова Марина", Period.FIRST, LEFT_ON);

    static final List<Manager> MANAGERS = List.of(
            new Manager("Иванова Анна", Period.FIRST, null),
            new Manager("Петров Сергей", Period.FIRST, null),
            LEAVER,
            new Manager("Кузнецов Игорь", Period.FIRST, null),
            new Manager("Морозова Елена", Period.FIRST, null),
            new Manager("Фёдоров Дмитрий", Period.FIRST, null),
            new Manager("Лебедева Ольга", LocalDate.of(2024, 9, 2), null),
            new Manager("Новиков Павел", SUCCESSOR_ON, null));

    private Staff() {}

    /** One of those present on a day. */
    static Manager present(Dice dice, LocalDate day) {
        return dice.pick(
                MANAGERS.stream().filter(manager -> manager.isPresent(day)).toList());
    }

    /** Who wins a new customer: one of those present, the one who will leave more often than the others. */
    static Manager first(Dice dice, LocalDate day) {
        return LEAVER.isPresent(day) && dice.chance(0.1) ? LEAVER : present(dice, day);
    }

    /** Who looks after a customer on a day: the first manager, after her leaving the heir. */
    static Manager of(Customer customer, LocalDate day) {
        return customer.manager().isPresent(day) || day.isBefore(Period.FIRST) ? customer.manager() : customer.heir();
    }
}
