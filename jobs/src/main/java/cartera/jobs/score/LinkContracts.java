package cartera.jobs.score;

import static cartera.jobs.engine.Row.required;

import cartera.jobs.engine.Row;
import cartera.jobs.engine.TableStep;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which contract renews which: the one that it names, else the one whose end is nearest to its beginning, within the days
 * of grace and after half of it. Each is renewed by one at most, so that contracts beside each other stay apart.
 *
 * <p>Rows: weeks_ago, on_date (the day of judgement), grace_days, contract_id, party_id, previous_id, from_on, to_on (empty
 * without an end).
 */
public final class LinkContracts implements TableStep {

    private static final Row.Header HEADER = Row.Header.named(
            "weeks_ago", "contract_id", "party_id", "line_id", "term_number", "from_on", "to_on", "is_renewed");

    private static final Comparator<Term> BY_BEGINNING = Comparator.comparing((Term term) -> term.fromOn)
            .thenComparing(term -> term.toOn, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(term -> term.id);

    private record Customer(long weeksAgo, String partyId) {}

    /** A contract and its place in a line. */
    private static final class Term {

        private final Row row;
        private final String id;
        private final LocalDate fromOn;
        private final @Nullable LocalDate toOn;
        private String lineId;
        private long number = 1;
        private boolean isFollowed;

        Term(Row row) {
            this.row = row;
            this.id = required(row.text("contract_id"));
            this.fromOn = required(row.date("from_on"));
            this.toOn = row.date("to_on");
            this.lineId = id;
        }

        void follow(Term before) {
            lineId = before.lineId;
            number = before.number + 1;
            before.isFollowed = true;
        }

        /** No renewal begins in the first half. */
        boolean isHalfOverOn(LocalDate day) {
            return toOn != null
                    && 2 * ChronoUnit.DAYS.between(fromOn, day) >= ChronoUnit.DAYS.between(fromOn, toOn) + 1;
        }

        Row linked() {
            return HEADER.row(
                    row.value("weeks_ago"), id, row.value("party_id"), lineId, number, fromOn, toOn, isRenewed());
        }

        private @Nullable Boolean isRenewed() {
            if (toOn == null || isFollowed) {
                return toOn == null ? null : (Boolean) true;
            }
            LocalDate lastDay = toOn.plusDays(required(row.integer("grace_days")));
            return lastDay.isBefore(required(row.date("on_date"))) ? (Boolean) false : null;
        }
    }

    /** The contracts of one customer that nothing has renewed so far. */
    private static final class Ends {

        private final Map<String, Term> named = new HashMap<>();
        private final Map<LocalDate, Deque<Term>> others = new HashMap<>();
        private final Set<String> names = new HashSet<>();

        Ends(List<Term> terms) {
            terms.stream()
                    .map(term -> term.row.text("previous_id"))
                    .filter(Objects::nonNull)
                    .forEach(names::add);
        }

        void add(Term term) {
            if (names.contains(term.id)) {
                named.put(term.id, term);
            } else if (term.toOn != null) {
                others.computeIfAbsent(term.toOn, end -> new ArrayDeque<>()).add(term);
            }
        }

        /** What the term renews, taken out; null for the first of a line. */
        @Nullable
        Term take(Term term) {
            Term before = named.remove(term.row.text("previous_id"));
            long grace = required(term.row.integer("grace_days"));
            for (long days = 0; before == null && days <= grace; days++) {
                before = ending(term, -1 - days);
                before = before == null ? ending(term, days - 1) : before;
            }
            return before;
        }

        /** The first of a day is the longest: if its first half is not over, none is. */
        private @Nullable Term ending(Term term, long days) {
            Deque<Term> terms = others.get(term.fromOn.plusDays(days));
            Term first = terms == null ? null : terms.peek();
            return first == null || !first.isHalfOverOn(term.fromOn)
                    ? null
                    : required(terms).poll();
        }
    }

    @Override
    public List<Row> apply(Iterator<Row> rows) {
        Map<Customer, List<Term>> customers =
                new TreeMap<>(Comparator.comparing(Customer::weeksAgo).thenComparing(Customer::partyId));
        rows.forEachRemaining(row -> customers
                .computeIfAbsent(
                        new Customer(required(row.integer("weeks_ago")), required(row.text("party_id"))),
                        customer -> new ArrayList<>())
                .add(new Term(row)));
        List<Row> linked = new ArrayList<>();
        customers.values().forEach(terms -> {
            link(terms);
            terms.forEach(term -> linked.add(term.linked()));
        });
        return linked;
    }

    private static void link(List<Term> terms) {
        terms.sort(BY_BEGINNING);
        Ends ends = new Ends(terms);
        for (Term term : terms) {
            Term before = ends.take(term);
            if (before != null) {
                term.follow(before);
            }
            ends.add(term);
        }
    }
}
