package cartera.sample;

import java.util.Locale;

/**
 * Tax numbers with valid check digits in a range that is not issued: they begin with 98, the code of no region.
 *
 * <p>Source of the check digits: order of the Federal Tax Service MMV-7-6/435 of 29.06.2012, annex 1.
 */
final class Inn {

    private static final int[] TEN = {2, 4, 10, 3, 5, 9, 4, 6, 8};
    private static final int[] ELEVEN = {7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
    private static final int[] TWELVE = {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};

    private Inn() {}

    /** Ten digits of an organisation. */
    static String organisation(int number) {
        return append(String.format(Locale.ROOT, "98%07d", number), TEN);
    }

    /** Twelve digits of a person or a sole trader. */
    static String person(int number) {
        return append(append(String.format(Locale.ROOT, "98%08d", number), ELEVEN), TWELVE);
    }

    static boolean isValid(String inn) {
        return switch (inn.length()) {
            case 10 -> append(inn.substring(0, 9), TEN).equals(inn);
            case 12 -> append(append(inn.substring(0, 10), ELEVEN), TWELVE).equals(inn);
            default -> false;
        };
    }

    private static String append(String digits, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (digits.charAt(i) - '0');
        }
        return digits + sum % 11 % 10;
    }
}
