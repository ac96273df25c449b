package cartera.jobs.connector;

import cartera.jobs.read.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The header row of a table. */
final class Headers {

    private static final int SHOWN = 40;

    private final List<String> names;
    private final List<String> normalised;

    Headers(Row row) {
        this.names = List.of(row.cells());
        this.normalised = names.stream().map(Texts::normalised).toList();
    }

    /** Number of columns up to the last that has a name. */
    int size() {
        int size = names.size();
        while (size > 0 && normalised.get(size - 1).isEmpty()) {
            size--;
        }
        return size;
    }

    String name(int column) {
        return names.get(column);
    }

    /** Columns under any of the headers: in the order of the headers, then from left to right. */
    int[] find(List<HeaderMatch> headers) {
        List<Integer> found = new ArrayList<>();
        for (HeaderMatch header : headers) {
            for (int i = 0; i < normalised.size(); i++) {
                if (!found.contains(i) && !normalised.get(i).isEmpty() && header.matches(normalised.get(i))) {
                    found.add(i);
                }
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    boolean has(List<HeaderMatch> headers) {
        return find(headers).length > 0;
    }

    /** Names made distinct: a further one of a name gets its number, {@code roistat (2)}. */
    List<String> distinct() {
        Map<String, Integer> seen = new LinkedHashMap<>();
        List<String> distinct = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = normalised.get(i).isEmpty()
                    ? "column " + (i + 1)
                    : names.get(i).strip();
            int number = seen.merge(Texts.normalised(name), 1, Integer::sum);
            distinct.add(number == 1 ? name : "%s (%d)".formatted(name, number));
        }
        return distinct;
    }

    /** Blank and repeated names with their positions, for a feed that may have none; empty if all is well. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            int first = normalised.indexOf(normalised.get(i));
            if (normalised.get(i).isEmpty()) {
                faults.add("column %d has no name".formatted(i + 1));
            } else if (first < i) {
                faults.add("'%s' stands in columns %d and %d".formatted(shown(names.get(i)), first + 1, i + 1));
            }
        }
        return faults;
    }

    /** The names for a message, cut. */
    String shown() {
        List<String> some = names.stream()
                .limit(SHOWN)
                .filter(name -> !name.isBlank())
                .map(Headers::shown)
                .toList();
        return String.join(", ", some) + (names.size() > SHOWN ? ", and %d more".formatted(names.size() - SHOWN) : "");
    }

    private static String shown(String name) {
        String text = Texts.shown(name.strip());
        return text.length() > 60 ? text.substring(0, 59) + "…" : text;
    }

    static String shown(List<HeaderMatch> headers) {
        return String.join(", ", headers.stream().map(HeaderMatch::spelling).toList());
    }
}
