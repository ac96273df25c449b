package cartera.jobs.bench;

import cartera.jobs.connector.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a user should know of the rows that were set aside. */
public final class TransactionReport {

    private static final int SHOWN_ROWS = 20;

    private TransactionReport() {}

    /** How many rows were set aside and why, and the first of them with line, column, reason and value. */
    public static List<String> lines(Transactions transactions) {
        return lines(transactions.setAside(), transactions.rows());
    }

    /** The same of any table with so many rows in all. */
    static List<String> lines(List<Rejection> setAside, long rows) {
        List<String> lines = new ArrayList<>();
        if (!setAside.isEmpty()) {
            lines.add("Set aside %d of %d rows (%s):".formatted(setAside.size(), rows, reasons(setAside)));
            setAside.stream().limit(SHOWN_ROWS).forEach(rejection -> lines.add("  " + line(rejection)));
        }
        if (setAside.size() > SHOWN_ROWS) {
            lines.add("  ... and %d more".formatted(setAside.size() - SHOWN_ROWS));
        }
        return lines;
    }

    private static String reasons(List<Rejection> setAside) {
        Map<String, Long> counts = setAside.stream()
                .collect(Collectors.groupingBy(
                        rejection -> rejection.reason().code(), TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(reason -> "%s %d".formatted(reason.getKey(), reason.getValue()))
                .collect(Collectors.joining(", "));
    }

    static String line(Rejection rejection) {
        String column = rejection.column().isEmpty() ? "" : ", " + rejection.column();
        String value = rejection.value().isEmpty() ? "" : " (%s)".formatted(rejection.value());
        return rejection.position() + column + ": " + rejection.reason().code() + value;
    }
}
