package cartera.sample;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer as it truly is.
 *
 * @param key our own key; no export holds it
 * @param weeklyRate true orders a week while active and at a demand of 1
 * @param gapShape gaps between orders are gamma distributed with this shape in demand time: 1 = exponential, 3 = regular
 * @param meanSpend true mean of an order, gross, in kopecks of the first day
 * @param startOn the first day on which an order is possible; before the period for the customers of old
 * @param leaveOn the day from which there are no more orders, or null
 * @param tastes weights of the product groups in the customer's orders
 * @param heir the manager who takes over when {@code manager} leaves
 * @param cards the counterparties of 1C that are this customer
 * @param contacts the cards of the CRM that are this customer; none when it was never entered
 */
record Customer(
        String key,
        Kind kind,
        double weeklyRate,
        int gapShape,
        double meanSpend,
        LocalDate startOn,
        @Nullable LocalDate leaveOn,
        double[] tastes,
        int discountPercent,
        int creditDays,
        Staff.Manager manager,
        Staff.Manager heir,
        Person person,
        List<Card> cards,
        List<Contact> contacts) {

    /** How a customer buys. */
    enum Kind {
        VIP,
        REGULAR,
        OCCASIONAL,
        ONE_OFF
    }

    /** What a customer is in law. */
    enum Form {
        COMPANY("ООО"),
        STOCK_COMPANY("АО"),
        SOLE_TRADER("ИП"),
        INDIVIDUAL("");

        final String prefix;

        Form(String prefix) {
            this.prefix = prefix;
        }

        boolean isOrganisation() {
            return this == COMPANY || this == STOCK_COMPANY;
        }
    }

    /** The truth behind the cards. */
    record Person(
            Form form, String name, String city, String inn, String kpp, String contact, String mobile, String email) {}

    /** A counterparty of 1C. */
    record Card(
            String id,
            Form form,
            String name,
            String officialName,
            String inn,
            String kpp,
            String phone,
            String email) {}

    /** A contact of the CRM with its company. */
    record Contact(
            long id,
            String person,
            String post,
            String company,
            String city,
            String inn,
            String workPhone,
            String mobile,
            String email,
            LocalDate createdOn) {}

    /** Whether orders are possible on a day. */
    boolean isActive(LocalDate day) {
        return !day.isBefore(startOn) && (leaveOn == null || day.isBefore(leaveOn));
    }

    /** The counterparty under which 1C books on a day: where there are two, either. */
    Card card(LocalDate day) {
        return cards.get((int) (day.toEpochDay() % cards.size()));
    }

    /** The first card of the CRM, or the second one from the day it was made. */
    Contact contact(LocalDate day) {
        Contact last = contacts.get(contacts.size() - 1);
        return day.isBefore(last.createdOn()) ? contacts.get(0) : last;
    }

    boolean isInCrm() {
        return !contacts.isEmpty();
    }

    /** The first day on which the exports can know the customer. */
    LocalDate servedFrom() {
        return startOn.isBefore(Period.FIRST) ? Period.FIRST : startOn;
    }
}
