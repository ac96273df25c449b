package cartera.jobs.home;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The word that a user probably meant. */
public final class Nearest {

    private Nearest() {}

    /** The known word with the fewest changes of letters, if they are at most a third of it; ties go by the alphabet. */
    public static Optional<String> of(String word, Collection<String> known) {
        return known.stream()
                .filter(candidate -> distance(word, candidate) * 3 <= Math.max(word.length(), candidate.length()))
                .min(Comparator.comparingInt((String candidate) -> distance(word, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** {@code "; did you mean 'amount'?"}, or what is known where none is near; empty where nothing is. */
    public static String didYouMean(String word, Collection<String> known) {
        return of(word, known)
                .map("; did you mean '%s'?"::formatted)
                .orElseGet(() -> known.isEmpty()
                        ? ""
                        : " (known: %s)"
                                .formatted(String.join(
                                        ", ", known.stream().sorted().toList())));
    }

    /** How many letters have to change, blind to case. */
    public static int distance(String word, String candidate) {
        return LevenshteinDistance.getDefaultInstance()
                .apply(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
    }
}
