package cartera.reports.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A finished text with the values it mentions, in the order in which they stand in it. */
public record Sentence(String text, List<Mention> mentions) {

    public static final Sentence EMPTY = new Sentence("", List.of());

    public Sentence {
        mentions = List.copyOf(mentions);
    }

    /** The first that is short enough, else the last. */
    public static Sentence firstWithin(int characters, List<Sentence> candidates) {
        for (Sentence candidate : candidates) {
            if (candidate.length() <= characters) {
                return candidate;
            }
        }
        return candidates.get(candidates.size() - 1);
    }

    /** This, then the other. */
    public Sentence then(String separator, Sentence other) {
        if (text.isEmpty() || other.text.isEmpty()) {
            return text.isEmpty() ? other : this;
        }
        List<Mention> all = new ArrayList<>(mentions);
        all.addAll(other.mentions);
        return new Sentence(text + separator + other.text, all);
    }

    /** With a capital first letter. */
    public Sentence capitalised(Locale locale) {
        int first = text.isEmpty() ? 0 : text.offsetByCodePoints(0, 1);
        return new Sentence(text.substring(0, first).toUpperCase(locale) + text.substring(first), mentions);
    }

    public int length() {
        return text.codePointCount(0, text.length());
    }
}
