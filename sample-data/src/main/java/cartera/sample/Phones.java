package cartera.sample;

import cartera.sample.Customer.Contact;

/** One phone in the spellings of each system. Numbers are kept as {@code +7} and ten digits. */
final class Phones {

    private Phones() {}

    /** {@code +7 (900) 001-23-45}, or empty. */
    static String inOneC(String phone) {
        return phone.isEmpty()
                ? ""
                : "+7 (" + phone.substring(2, 5) + ") " + phone.substring(5, 8) + "-" + phone.substring(8, 10) + "-"
                        + phone.substring(10);
    }

    /** The cell of the office phone; some people put both numbers into it. */
    static String workCell(Contact contact) {
        String work = inCrm(contact.workPhone(), contact.id());
        return isBothInOne(contact) ? work + ", " + inCrm(contact.mobile(), contact.id()) : work;
    }

    /** The cell of the mobile phone. */
    static String mobileCell(Contact contact) {
        return isBothInOne(contact) ? "" : inCrm(contact.mobile(), contact.id());
    }

    private static boolean isBothInOne(Contact contact) {
        return !contact.workPhone().isEmpty() && contact.id() / 2 % 4 == 0;
    }

    /** As amoCRM writes it: an apostrophe first; some people typed an 8 or blanks. */
    private static String inCrm(String phone, long contactId) {
        if (phone.isEmpty()) {
            return "";
        }
        return switch ((int) (contactId / 2 % 5)) {
            case 0 -> "8 " + phone.substring(2, 5) + " " + phone.substring(5);
            case 1 -> inOneC(phone);
            default -> "'" + phone;
        };
    }
}
