package cartera.jobs.plan;

import java.util.List;
import java.util.Locale;
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

    /** A query that counts the rows of the table which break the rule, in a column {@code broken}. */
    String violations(String table) {
        String first = arguments.get(0);
        return switch (kind) {
            case "unique" -> {
                String key = String.join(", ", arguments);
                yield "select count(*) as broken from (select %s from %s group by %s having count(*) > 1) as t"
                        .formatted(key, table, key);
            }
            case "not_null" ->
                counting(table, arguments.stream().map(a -> a + " is null").collect(Collectors.joining(" or ")));
            case "between" ->
                counting(table, "not (%s between %s and %s)".formatted(first, arguments.get(1), arguments.get(2)));
            case "in" ->
                counting(
                        table,
                        "%s not in (%s)"
                                .formatted(
                                        first,
                                        arguments.stream()
                                                .skip(1)
                                                .map(a -> "'" + a.replace("'", "''") + "'")
                                                .collect(Collectors.joining(", "))));
            case "where" -> counting(table, "not (" + first + ")");
            default -> throw new IllegalStateException(kind.toLowerCase(Locale.ROOT));
        };
    }

    private static String counting(String table, String broken) {
        return "select count(*) as broken from %s where %s".formatted(table, broken);
    }
}
