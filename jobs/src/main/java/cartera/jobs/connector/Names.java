package cartera.jobs.connector;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** The nearest of some known names to one that is not known, for messages. */
public final class Names {

    private Names() {}

    /** {@code "; did you mean 'amount'?"}, or the list of known names where none is near. */
    public static String didYouMean(String name, Collection<String> known) {
        return known.stream()
                .sorted()
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
                .filter(candidate -> distance(name, candidate) <= Math.max(2, name.length() / 3))
                .map(candidate -> "; did you mean '%s'?".formatted(candidate))
                .orElseGet(() -> known.isEmpty()
                        ? ""
                        : " (known: %s)"
                                .formatted(String.join(
                                        ", ", known.stream().sorted().toList())));
    }

    /** Edit distance of Levenshtein, blind to case. */
    public static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int swap = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(swap, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}
