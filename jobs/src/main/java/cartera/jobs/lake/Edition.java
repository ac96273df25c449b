package cartera.jobs.lake;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * The two dates of a score or report table: as of which day it speaks, and what was known when. The later day, in it
 * the later knowledge, is the greater.
 */
public record Edition(LocalDate asOf, LocalDate knownOn) implements Comparable<Edition> {

    private static final Comparator<Edition> ORDER =
            Comparator.comparing(Edition::asOf).thenComparing(Edition::knownOn);

    @Override
    public int compareTo(Edition other) {
        return ORDER.compare(this, other);
    }
}
