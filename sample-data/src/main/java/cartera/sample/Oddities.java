package cartera.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Everything that was planted, with the ids needed to find it. */
final class Oddities {

    /**
     * One planted oddity.
     *
     * @param kind short name; README.md has a query for each
     * @param customer the true customer's key, or empty
     * @param source amo, 1c or empty
     * @param ids ids in that source, by blanks
     */
    record Oddity(String kind, String customer, String source, String ids, String note) {}

    private final List<Oddity> all = new ArrayList<>();

    void add(String kind, String customer, String source, String ids, String note) {
        all.add(new Oddity(kind, customer, source, ids, note));
    }

    List<Oddity> all() {
        return Collections.unmodifiableList(all);
    }

    List<Oddity> of(String kind) {
        return all.stream().filter(one -> one.kind().equals(kind)).toList();
    }
}
