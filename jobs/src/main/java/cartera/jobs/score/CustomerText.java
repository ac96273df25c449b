package cartera.jobs.score;

import static cartera.jobs.engine.Row.required;

import cartera.jobs.engine.Row;
import cartera.model.churn.CustomerDays;
import cartera.model.churn.CustomerDays.Day;
import cartera.model.churn.CustomerDays.Signs;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what {@code scores.churn_history} tells of a customer, and lists of {@code name=number}. */
final class CustomerText {

    private static final String NEXT = ", ";
    private static final int FIELDS = 8;

    private CustomerText() {}

    /** The days of the row's column {@code days}. */
    static CustomerDays days(Row row) {
        Map<Long, Day> days = new TreeMap<>();
        for (String text : required(row.text("days")).split(NEXT, -1)) {
            String[] fields = text.split(";", FIELDS);
            days.put(Long.valueOf(fields[0]), day(fields));
        }
        return CustomerDays.of(days);
    }

    private static Day day(String[] fields) {
        Signs signs = new Signs(
                number(fields[3]),
                number(fields[4]),
                (int) number(fields[5]),
                (int) number(fields[6]),
                groups(fields[7]));
        return new Day(fields[1].equals("1"), number(fields[2]), signs);
    }

    private static double number(String text) {
        return text.isEmpty() ? 0 : Double.parseDouble(text);
    }

    private static Set<String> groups(String text) {
        return text.isEmpty() ? Set.of() : Set.of(text.split("/"));
    }

    /** Numbers by name; none of an empty text. */
    static Map<String, Double> numbers(@Nullable String text) {
        Map<String, Double> numbers = new TreeMap<>();
        if (text != null) {
            for (String pair : text.split(NEXT)) {
                int equals = pair.indexOf('=');
                numbers.put(pair.substring(0, equals), Double.valueOf(pair.substring(equals + 1)));
            }
        }
        return numbers;
    }
}
