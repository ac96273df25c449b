package cartera.jobs.score;

import static cartera.jobs.engine.Row.required;

import cartera.jobs.engine.Row;
import cartera.jobs.engine.TableStep;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Which cards are one party: those that share a deterministic key, directly or through others. The keys are taken from
 * the strongest kind to the weakest, the values of a kind in their order, so that the order of the rows does not matter.
 *
 * <p>Rows: source, entity, source_id, first_version, inn, kpp, currency of each card once or more, with a key: kind
 * (phone, email) and value as written, or kind (company, name) and the card other_entity, other_id that it leads to.
 */
public final class JoinParties implements TableStep {

    private static final Row.Header XREF =
            Row.Header.named("source", "entity", "source_id", "party_id", "group_id", "rule", "weight", "decided_by");
    private static final int MOST_PARTIES_OF_AN_ADDRESS = 3;
    private static final int ID_DIGITS = 12;

    @Override
    public List<Row> apply(Iterator<Row> rows) {
        CardKeys keys = CardKeys.read(rows);
        CardSets sets = new CardSets(keys.cards());
        CardKeys.Kind[] rules = new CardKeys.Kind[keys.cards().size()];
        for (CardKeys.Kind kind : CardKeys.Kind.values()) {
            join(kind, keys.shared(kind), sets, rules);
        }
        return xref(keys.cards(), sets, rules);
    }

    private static void join(
            CardKeys.Kind kind, List<SortedSet<Integer>> shared, CardSets sets, CardKeys.@Nullable Kind[] rules) {
        // counted before any of them joins: what counts is how many parties the stronger keys have left
        List<SortedSet<Integer>> joining = shared.stream()
                .filter(cards -> sets.firsts(cards).size() <= mostParties(kind))
                .toList();
        for (SortedSet<Integer> cards : joining) {
            if (sets.isOneTaxpayer(cards)) {
                cards.forEach(card -> joinTo(cards.first(), card, kind, sets, rules));
            }
        }
    }

    private static int mostParties(CardKeys.Kind kind) {
        boolean isAddress = kind == CardKeys.Kind.PHONE || kind == CardKeys.Kind.EMAIL;
        return isAddress ? MOST_PARTIES_OF_AN_ADDRESS : Integer.MAX_VALUE;
    }

    private static void joinTo(
            int first, int card, CardKeys.Kind kind, CardSets sets, CardKeys.@Nullable Kind[] rules) {
        sets.join(first, card);
        if (rules[card] == null) {
            rules[card] = kind;
        }
    }

    private static List<Row> xref(List<Card> cards, CardSets sets, CardKeys.@Nullable Kind[] rules) {
        Map<Integer, String> parties = partyIds(cards, sets);
        Map<String, String> groups = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        for (int number = 0; number < cards.size(); number++) {
            int first = sets.first(number);
            String party = required(parties.get(first));
            String inn = sets.inn(first);
            String group = inn == null ? party : groups.computeIfAbsent(inn, i -> party);
            rows.add(row(cards.get(number), party, group, rules[number]));
        }
        return rows;
    }

    private static Row row(Card card, String party, String group, CardKeys.@Nullable Kind rule) {
        String why = rule == null ? "alone" : rule.name().toLowerCase(Locale.ROOT);
        return XREF.row(card.source(), card.entity(), card.id(), party, group, why, BigDecimal.ONE.setScale(4), "rule");
    }

    private static Map<Integer, String> partyIds(List<Card> cards, CardSets sets) {
        Map<Integer, String> ids = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (int number = 0; number < cards.size(); number++) {
            if (sets.first(number) == number) {
                ids.put(number, partyId(cards.get(number), taken));
            }
        }
        return ids;
    }

    /** From the card's id; where that is taken (a contact and a company may have one number) from more words of it. */
    private static String partyId(Card card, Set<String> taken) {
        String text = card.id();
        while (!taken.add(hash(text))) {
            text = card.entity() + " " + text;
        }
        return hash(text);
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "p:" + HexFormat.of().formatHex(hash).substring(0, ID_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
