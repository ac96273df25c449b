package cartera.jobs.ingest;

import java.util.Comparator;
import java.util.regex.Pattern;

/** Names as people count: {@code a2} before {@code a10}. Names that read the same are told apart by their letters. */
final class NaturalOrder implements Comparator<String> {

    private static final Pattern BORDER = Pattern.compile("(?<=[0-9])(?=[^0-9])|(?<=[^0-9])(?=[0-9])");

    @Override
    public int compare(String left, String right) {
        String[] one = BORDER.split(left);
        String[] other = BORDER.split(right);
        for (int i = 0; i < Math.min(one.length, other.length); i++) {
            int order = comparePart(one[i], other[i]);
            if (order != 0) {
                return order;
            }
        }
        return one.length == other.length ? left.compareTo(right) : Integer.compare(one.length, other.length);
    }

    private static int comparePart(String one, String other) {
        if (!isNumber(one) || !isNumber(other)) {
            return one.compareTo(other);
        }
        String first = one.replaceFirst("^0+", "");
        String second = other.replaceFirst("^0+", "");
        int byLength = Integer.compare(first.length(), second.length());
        return byLength == 0 ? first.compareTo(second) : byLength;
    }

    private static boolean isNumber(String part) {
        return !part.isEmpty() && part.charAt(0) >= '0' && part.charAt(0) <= '9';
    }
}
