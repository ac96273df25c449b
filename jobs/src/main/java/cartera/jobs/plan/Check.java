package cartera.jobs.plan;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A rule of a job's header that its rows must keep before they are published: {@code unique(a, b)},
 * {@code not_null(a)}, {@code between(a, low, high)}, {@code in(a, x, y)} or {@code where(condition)}. Nulls pass
 * {@code between}, {@code in} and {@code where}.
 *
 * @param text as written
 */
public record Check(String text, String kind, List<String> arguments) {

    private static final Pattern FORM = Pattern.compile("(unique|not_null|between|in|where)\\((.*)\\)", Pattern.DOTALL);

    /** Reads a rule; another form is an {@link IllegalArgumentException}. */
    public static Check parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "Invalid check: %s (unique(..), not_null(..), between(column, low, high), in(column, ..) or where(condition))"
                            .formatted(text));
        }
        String kind = form.group(1);
        List<String> arguments = kind.equals("where")
                ? List.of(form.group(2).strip())
                : List.of(form.group(2).strip().split("\\s*,\\s*"));
        return new Check(text.strip(), kind, arguments);
    }

    /** A query that counts, in one column, the keys that stand in a table more than once. */
    String repeated(String table, String column) {
        String key = String.join(", ", arguments);
        return "select count(*) as %s from (select %s from %s group by %s having count(*) > 1) as t"
                .formatted(column, key, table, key);
    }

    /** Whether the rule is about each row by itself, so that one scan serves all rules of its kind. */
    boolean isOfRows() {
        return !kind.equals("unique");
    }

    /** Whether the rule says that no two rows agree in the key. */
    boolean isUnique(List<String> key) {
        return !isOfRows() && key.containsAll(arguments);
    }

    /** The condition of a row that breaks the rule. */
    String broken() {
        String first = arguments.get(0);
        return switch (kind) {
            case "not_null" -> arguments.stream().map(a -> a + " is null").collect(Collectors.joining(" or "));
            case "between" -> "not (%s between %s and %s)".formatted(first, arguments.get(1), arguments.get(2));
            case "in" -> "%s not in (%s)".formatted(first, words());
            case "where" -> "not (" + first + ")";
            default -> throw new IllegalStateException(kind);
        };
    }

    private String words() {
        return arguments.stream()
                .skip(1)
                .map(word -> "'" + word.replace("'", "''") + "'")
                .collect(Collectors.joining(", "));
    }
}
