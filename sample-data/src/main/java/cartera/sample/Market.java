package cartera.sample;

import cartera.sample.Customer.Card;
import cartera.sample.Customer.Contact;
import cartera.sample.Customer.Kind;
import cartera.sample.Customer.Person;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** All customers: how they buy, when they come and leave, and who looks after them. */
final class Market {

    private static final int CUSTOMERS = 600;
    /** Of 100 customers: VIP, regular, occasional, one-off. */
    private static final double[] KINDS = {3, 30, 35, 32};

    final List<Customer> customers = new ArrayList<>();
    private final Season season;
    private final Identities identities;
    private final Oddities oddities;

    Market(int scale, Season season, Oddities oddities) {
        this.season = season;
        this.oddities = oddities;
        this.identities = new Identities(oddities);
        for (int i = 0; i < CUSTOMERS * scale; i++) {
            customers.add(customer(i));
        }
    }

    private Customer customer(int index) {
        String key = String.format(Locale.ROOT, "C%04d", index + 1);
        Dice dice = Dice.of("customer", key);
        Kind kind = Kind.values()[dice.weighted(KINDS)];
        LocalDate startOn = startOn(kind, dice);
        LocalDate servedFrom = startOn.isBefore(Period.FIRST) ? Period.FIRST : startOn;
        Staff.Manager manager = Staff.first(dice, servedFrom);
        Staff.Manager heir = Staff.present(dice, Staff.SUCCESSOR_ON);
        LocalDate leaveOn = leaveOn(key, kind, startOn, manager, dice);
        Person person = identities.person(index);
        List<Card> cards = identities.cards(key, person);
        List<Contact> contacts = identities.contacts(key, index, person, servedFrom);
        return new Customer(
                key,
                kind,
                weeklyRate(kind, dice),
                kind == Kind.VIP || kind == Kind.REGULAR ? 3 : 1,
                meanSpend(kind, dice),
                startOn,
                leaveOn,
                tastes(dice),
                discountPercent(kind, dice),
                dice.pick(List.of(0, 0, 7, 14, 14, 30)),
                manager,
                heir,
                person,
                cards,
                contacts);
    }

    /** Four in ten have bought before the period began; the others come evenly over it, but for its last days. */
    private static LocalDate startOn(Kind kind, Dice dice) {
        return kind != Kind.ONE_OFF && dice.chance(0.42)
                ? Period.FIRST.minusDays(dice.between(1, 1400))
                : Period.workingDay(Period.FIRST.plusDays(dice.between(0, 1085)));
    }

    private @Nullable LocalDate leaveOn(String key, Kind kind, LocalDate startOn, Staff.Manager manager, Dice dice) {
        double stayDays = dice.exponential(kind == Kind.VIP ? 4000 : kind == Kind.REGULAR ? 1300 : 900);
        LocalDate from = startOn.isBefore(Period.FIRST) ? Period.FIRST : startOn;
        LocalDate leaveOn = from.plusDays(60 + (long) stayDays);
        boolean isOrphan = manager == Staff.LEAVER && startOn.isBefore(Staff.LEFT_ON) && kind != Kind.ONE_OFF;
        if (isOrphan && leaveOn.isAfter(Staff.LEFT_ON) && kind != Kind.OCCASIONAL && dice.chance(0.75)) {
            LocalDate orphanedOn = Staff.LEFT_ON.plusDays(dice.between(3, 35));
            oddities.add("left_with_manager", key, "", "", "silent from " + orphanedOn);
            return orphanedOn;
        }
        return kind == Kind.ONE_OFF || leaveOn.isAfter(Period.LAST) ? null : leaveOn;
    }

    private static double weeklyRate(Kind kind, Dice dice) {
        return switch (kind) {
            case VIP -> 0.35 + dice.gamma(4, 0.22);
            case REGULAR -> 0.06 + dice.gamma(3, 0.11);
            case OCCASIONAL -> 0.010 + dice.gamma(2, 0.028);
            case ONE_OFF -> 0;
        };
    }

    private static double meanSpend(Kind kind, Dice dice) {
        double roubles = switch (kind) {
            case VIP -> 200_000 + dice.gamma(5, 190_000);
            case REGULAR -> 60_000 + dice.gamma(3, 180_000);
            case OCCASIONAL -> 25_000 + dice.gamma(2, 105_000);
            case ONE_OFF -> 12_000 + dice.gamma(2, 58_000);
        };
        return roubles * 100;
    }

    private static int discountPercent(Kind kind, Dice dice) {
        return switch (kind) {
            case VIP -> dice.between(7, 10);
            case REGULAR -> dice.pick(List.of(0, 3, 5, 5, 7));
            default -> dice.pick(List.of(0, 0, 0, 3));
        };
    }

    private double[] tastes(Dice dice) {
        return season.groups().stream()
                .mapToDouble(group -> 0.05 + dice.gamma(0.7, 1))
                .toArray();
    }
}
