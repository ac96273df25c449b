package cartera.sample;

import cartera.sample.Customer.Card;
import cartera.sample.Customer.Contact;
import cartera.sample.Customer.Form;
import cartera.sample.Customer.Person;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Who the customers are, and how the CRM and 1C each spell them. */
final class Identities {

    private static final double[] FORMS = {72, 5, 15, 8};
    /** The switchboard of a business centre, given by several tenants. */
    static final String SHARED_PHONE = "+74950000000";

    private final Oddities oddities;
    private String previousMobile = "";

    Identities(Oddities oddities) {
        this.oddities = oddities;
    }

    Person person(int index) {
        Dice dice = Dice.of("person", Integer.toString(index));
        Form form = Form.values()[dice.weighted(FORMS)];
        boolean isWoman = dice.chance(0.5);
        String surname = dice.pick(Words.SURNAME) + (isWoman ? "а" : "");
        String contact = surname + " " + dice.pick(isWoman ? Words.FEMALE : Words.MALE);
        String name = form.isOrganisation() ? firm(index) : contact;
        String inn = form.isOrganisation() ? Inn.organisation(1_000 + index * 13) : Inn.person(5_000 + index * 17);
        return new Person(
                form,
                name,
                dice.pick(Words.CITY),
                form == Form.INDIVIDUAL ? "" : inn,
                form.isOrganisation() ? "980101001" : "",
                contact,
                String.format(Locale.ROOT, "+7900%07d", 10_000 + index * 3),
                Words.latin(name) + (index + 1) + "@example." + dice.pick(List.of("com", "org", "net")));
    }

    /** Each pair of words once, then the same again with a number. */
    private static String firm(int index) {
        int words = Words.FIRM.size();
        int pairs = words * Words.TRADE.size();
        String first = Words.FIRM.get(index % words);
        String second = Words.TRADE.get((index / words + index) % Words.TRADE.size());
        return first + "-" + second + (index < pairs ? "" : " " + (index / pairs + 1));
    }

    /** The counterparties of 1C: mostly one; some have a second card, and some lack the tax number. */
    List<Card> cards(String key, Person person) {
        Dice dice = Dice.of("cards", key);
        List<Card> cards = new ArrayList<>();
        boolean isWithoutInn = person.form() != Form.INDIVIDUAL && dice.chance(0.05);
        cards.add(card(dice.guid(), person, isWithoutInn ? "" : person.inn(), person.kpp()));
        if (isWithoutInn) {
            oddities.add("missing_inn_1c", key, "1c", cards.get(0).id(), "the counterparty has no INN");
        }
        double second = dice.uniform();
        if (person.form().isOrganisation() && !isWithoutInn && second < 0.03) {
            cards.add(card(dice.guid(), person, person.inn(), "980245001"));
            oddities.add("branch", key, "1c", ids(cards), "same INN, another KPP");
        } else if (!person.inn().isEmpty() && !isWithoutInn && second < 0.06) {
            cards.add(card(dice.guid(), person, person.inn(), person.kpp()));
            oddities.add("duplicate_1c", key, "1c", ids(cards), "two counterparties, same INN and KPP");
        }
        return cards;
    }

    private static Card card(String id, Person person, String inn, String kpp) {
        Form form = person.form();
        boolean isFirm = form.isOrganisation();
        String official =
                isFirm ? form.prefix + " \"" + person.name() + "\"" : (form.prefix + " " + person.name()).trim();
        String working = isFirm ? person.name() + " " + form.prefix : (person.name() + " " + form.prefix).trim();
        Dice dice = Dice.of("card", id);
        String phone = dice.chance(0.85) ? person.mobile() : "";
        String email = dice.chance(0.75) ? person.email() : "";
        return new Card(id, form, working, official, inn, kpp, phone, email);
    }

    private static String ids(List<Card> cards) {
        return String.join(" ", cards.stream().map(Card::id).toList());
    }

    /** The contacts of the CRM: none for the few who only order by phone, two for duplicates. */
    List<Contact> contacts(String key, int index, Person person, LocalDate fromOn) {
        Dice dice = Dice.of("contacts", key);
        List<Contact> contacts = new ArrayList<>();
        if (dice.chance(0.06)) {
            oddities.add("customer_not_in_crm", key, "", "", "sales in 1C only");
            return contacts;
        }
        long id = 44_500_001L + index * 2L;
        Contact first = contact(id, key, index, person, fromOn, dice);
        contacts.add(first);
        LocalDate againOn = fromOn.plusDays(dice.between(100, 500));
        if (dice.chance(0.08) && againOn.isBefore(Period.LAST.minusDays(30))) {
            contacts.add(duplicate(first, person, againOn));
            oddities.add("duplicate_crm", key, "amo", id + " " + (id + 1), "two contacts of one customer");
        }
        return contacts;
    }

    private Contact contact(long id, String key, int index, Person person, LocalDate fromOn, Dice dice) {
        String inn = crmInn(id, key, person, dice);
        String workPhone = workPhone(id, key, index, dice);
        return new Contact(
                id,
                person.contact(),
                dice.pick(Words.POST),
                company(person, dice),
                person.city(),
                inn,
                workPhone,
                mobile(id, key, person, inn, dice),
                dice.chance(0.75) ? person.email() : "",
                fromOn.minusDays(dice.between(1, 20)));
    }

    private String crmInn(long id, String key, Person person, Dice dice) {
        if (person.inn().isEmpty()) {
            return "";
        }
        double chance = dice.uniform();
        if (chance < 0.25) {
            oddities.add("missing_inn_crm", key, "amo", Long.toString(id), "the deals carry no INN");
            return "";
        }
        if (chance < 0.27) {
            int last = person.inn().length() - 1;
            char wrong = person.inn().charAt(last) == '9'
                    ? '0'
                    : (char) (person.inn().charAt(last) + 1);
            String inn = person.inn().substring(0, last) + wrong;
            oddities.add("wrong_inn_crm", key, "amo", Long.toString(id), inn);
            return inn;
        }
        return person.inn();
    }

    private String workPhone(long id, String key, int index, Dice dice) {
        if (dice.chance(0.022)) {
            oddities.add("shared_phone", key, "amo", Long.toString(id), "a phone of more than three customers");
            return SHARED_PHONE;
        }
        return dice.chance(0.3) ? String.format(Locale.ROOT, "+7495%07d", 1_000 + index * 7) : "";
    }

    /** Mostly the own number; some give the one of the firm before: two firms of one owner, which stay two. */
    private String mobile(long id, String key, Person person, String inn, Dice dice) {
        boolean isOwnersOther = !previousMobile.isEmpty() && Inn.isValid(inn) && dice.chance(0.02);
        String mobile = isOwnersOther ? previousMobile : person.mobile();
        if (isOwnersOther) {
            oddities.add(
                    "phone_of_another", key, "amo", Long.toString(id), "the phone of another firm with another INN");
        }
        previousMobile = person.form().isOrganisation() ? person.mobile() : previousMobile;
        return mobile;
    }

    /** The second contact of the same people, typed in by another manager. */
    private static Contact duplicate(Contact first, Person person, LocalDate againOn) {
        String swapped = first.person().replaceAll("^(\\S+) (\\S+)$", "$2 $1");
        return new Contact(
                first.id() + 1,
                swapped,
                "",
                first.company().toUpperCase(Locale.ROOT),
                "",
                "",
                "",
                person.mobile(),
                first.email(),
                againOn);
    }

    /** How sales people write a firm. */
    private static String company(Person person, Dice dice) {
        if (person.form() == Form.INDIVIDUAL) {
            return "";
        }
        String name = person.name();
        return switch (dice.below(6)) {
            case 0 -> person.form().prefix + " «" + name + "»";
            case 1 -> name.replace('-', ' ');
            case 2 -> name.toLowerCase(Locale.ROOT) + " " + person.form().prefix.toLowerCase(Locale.ROOT);
            case 3 -> name + " (" + person.city() + ")";
            default -> person.form().prefix + " " + name;
        };
    }
}
