package cartera.jobs.score;

import static cartera.jobs.engine.Row.required;

import cartera.jobs.engine.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The cards as they became known, and for each kind of key which cards (by number) share a value of it. */
final class CardKeys {

    /** The kinds of keys, the strongest first. */
    enum Kind {
        INN,
        COMPANY,
        PHONE,
        EMAIL,
        NAME
    }

    private record Written(Card card, String kind, String value) {}

    private record Link(Card card, String kind, String otherEntity, String otherId) {}

    private final List<Card> cards;
    private final Map<Kind, SortedMap<String, SortedSet<Integer>>> holders = new HashMap<>();

    private CardKeys(SortedSet<Card> known) {
        cards = List.copyOf(known);
    }

    /** Reads the rows of the job {@code curated.party_xref}, in any order. */
    static CardKeys read(Iterator<Row> rows) {
        SortedSet<Card> known = new TreeSet<>();
        List<Written> written = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        while (rows.hasNext()) {
            Row row = rows.next();
            Card card = Card.of(row);
            known.add(card);
            read(row, card, written, links);
        }
        CardKeys keys = new CardKeys(known);
        keys.fill(written, links);
        return keys;
    }

    private static void read(Row row, Card card, List<Written> written, List<Link> links) {
        String kind = row.text("kind");
        String value = row.text("value");
        if (kind != null && value != null) {
            ContactValue.of(kind, value, row.text("currency"))
                    .ifPresent(normal -> written.add(new Written(card, kind, normal)));
        } else if (kind != null) {
            links.add(new Link(card, kind, required(row.text("other_entity")), required(row.text("other_id"))));
        }
    }

    private void fill(List<Written> written, List<Link> links) {
        Map<Card, Integer> numbers = new HashMap<>();
        Map<List<String>, Integer> byId = new HashMap<>();
        for (int number = 0; number < cards.size(); number++) {
            Card card = cards.get(number);
            numbers.put(card, number);
            byId.put(List.of(card.source(), card.entity(), card.id()), number);
        }
        taxpayers();
        for (Written key : written) {
            hold(kind(key.kind()), key.value(), required(numbers.get(key.card())));
        }
        for (Link link : links) {
            Integer other = byId.get(List.of(link.card().source(), link.otherEntity(), link.otherId()));
            link(kind(link.kind()), required(numbers.get(link.card())), other);
        }
    }

    private static Kind kind(String name) {
        return Kind.valueOf(name.toUpperCase(java.util.Locale.ROOT));
    }

    /** Each link is a key of its own, so that one that cannot join does not keep the others apart. */
    private void link(Kind kind, int card, @Nullable Integer other) {
        if (other != null) {
            String value = "%09d".formatted(card);
            hold(kind, value, card);
            hold(kind, value, other);
        }
    }

    private void taxpayers() {
        Map<String, Set<String>> branches = new HashMap<>();
        for (Card card : cards) {
            if (card.inn() != null && card.kpp() != null) {
                branches.computeIfAbsent(card.inn(), inn -> new TreeSet<>()).add(card.kpp());
            }
        }
        for (int number = 0; number < cards.size(); number++) {
            Card card = cards.get(number);
            if (card.inn() != null) {
                Set<String> known = branches.getOrDefault(card.inn(), Set.of());
                hold(Kind.INN, card.inn() + "/" + branch(card.kpp(), known), number);
            }
        }
    }

    private static String branch(@Nullable String kpp, Set<String> known) {
        if (kpp != null) {
            return kpp;
        }
        return known.size() == 1 ? known.iterator().next() : "";
    }

    private void hold(Kind kind, String value, int card) {
        holders.computeIfAbsent(kind, k -> new TreeMap<>())
                .computeIfAbsent(value, v -> new TreeSet<>())
                .add(card);
    }

    /** All cards; their number is their place. */
    List<Card> cards() {
        return cards;
    }

    /** For each value of the key, in order, the cards that have it; two or more of them. */
    List<SortedSet<Integer>> shared(Kind kind) {
        return holders.getOrDefault(kind, new TreeMap<>()).values().stream()
                .filter(cardsOfValue -> cardsOfValue.size() > 1)
                .toList();
    }
}
