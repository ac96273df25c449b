package cartera.jobs.score;

import static org.assertj.core.api.Assertions.assertThat;

import cartera.jobs.engine.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What holds for any cards; single rules are the case folders of curated.party_xref. */
class JoinPartiesTest {

    private static final Row.Header KEY = Row.Header.named(
            "source",
            "entity",
            "source_id",
            "first_version",
            "inn",
            "kpp",
            "currency",
            "kind",
            "value",
            "other_entity",
            "other_id");
    private static final List<String> INNS = List.of("7701000001", "7701000019", "5401000007", "770100000079");
    private static final List<String> KPPS = List.of("770101001", "540101001");
    private static final int CARDS = 40;

    @RepeatedTest(20)
    void theOrderOfTheRowsDoesNotMatter(RepetitionInfo repetition) {
        List<Row> rows = keys(new Random(repetition.getCurrentRepetition()));
        List<Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(-repetition.getCurrentRepetition()));
        assertThat(sorted(joined(shuffled))).isEqualTo(sorted(joined(rows)));
    }

    @RepeatedTest(20)
    void aPartyHasOneTaxpayerAndAGroupOneInn(RepetitionInfo repetition) {
        List<Row> rows = keys(new Random(repetition.getCurrentRepetition()));
        Map<String, Set<String>> innsOfParties = new HashMap<>();
        Map<String, Set<String>> kppsOfParties = new HashMap<>();
        Map<String, Set<String>> innsOfGroups = new HashMap<>();
        Map<String, Row> xref = byCard(joined(rows));
        for (Row row : rows) {
            Row party = Row.required(xref.get(card(row)));
            add(innsOfParties, party.text("party_id"), row.text("inn"));
            add(innsOfGroups, party.text("group_id"), row.text("inn"));
            boolean isOrganisation =
                    row.text("inn") != null && Row.required(row.text("inn")).length() == 10;
            add(kppsOfParties, party.text("party_id"), isOrganisation ? row.text("kpp") : null);
        }
        assertThat(innsOfParties.values()).allMatch(inns -> inns.size() <= 1);
        assertThat(kppsOfParties.values()).allMatch(kpps -> kpps.size() <= 1);
        assertThat(innsOfGroups.values()).allMatch(inns -> inns.size() <= 1);
    }

    @RepeatedTest(20)
    void everyCardHasOnePartyAndEveryPartyOneId(RepetitionInfo repetition) {
        List<Row> rows = keys(new Random(repetition.getCurrentRepetition()));
        List<Row> xref = joined(rows);
        assertThat(xref.stream().map(JoinPartiesTest::card))
                .containsExactlyInAnyOrderElementsOf(
                        rows.stream().map(JoinPartiesTest::card).collect(Collectors.toSet()));
        assertThat(xref).allMatch(row -> party(row).matches("p:[0-9a-f]{12}"));
        Map<String, List<Row>> members = xref.stream().collect(Collectors.groupingBy(JoinPartiesTest::party));
        members.forEach((party, rowsOfParty) ->
                assertThat(rowsOfParty).allMatch(row -> "alone".equals(row.text("rule")) == (rowsOfParty.size() == 1)));
    }

    @Test
    void laterLoadsDoNotRenameAParty() {
        Row first = key("amo:9", 1, null, null, "phone", "+7 916 123-45-67");
        Row later = key("amo:1", 2, null, null, "phone", "8 916 123 45 67");
        String before = party(joined(List.of(first)).get(0));
        assertThat(joined(List.of(later, first)))
                .extracting(JoinPartiesTest::party)
                .containsExactly(before, before);
    }

    private static List<Row> joined(List<Row> rows) {
        return new JoinParties().apply(rows.iterator());
    }

    private static List<Row> keys(Random random) {
        List<Row> rows = new ArrayList<>();
        for (int card = 0; card < CARDS; card++) {
            String id = "amo:" + card;
            long version = 1 + random.nextInt(3);
            String inn = random.nextBoolean() ? INNS.get(random.nextInt(INNS.size())) : null;
            String kpp = inn != null && random.nextBoolean() ? KPPS.get(random.nextInt(KPPS.size())) : null;
            rows.add(key(id, version, inn, kpp, null, null));
            if (random.nextBoolean()) {
                rows.add(key(id, version, inn, kpp, "phone", "+7 916 000-00-%02d".formatted(random.nextInt(15))));
            }
            if (random.nextInt(3) == 0) {
                rows.add(key(id, version, inn, kpp, "email", "%d@example.com".formatted(random.nextInt(10))));
            }
            if (random.nextInt(5) == 0) {
                rows.add(KEY.row(
                        "amo",
                        "contact",
                        id,
                        version,
                        inn,
                        kpp,
                        "RUB",
                        "company",
                        null,
                        "contact",
                        "amo:" + random.nextInt(CARDS)));
            }
        }
        return rows;
    }

    private static Row key(
            String id,
            long version,
            @Nullable String inn,
            @Nullable String kpp,
            @Nullable String kind,
            @Nullable String value) {
        return KEY.row("amo", "contact", id, version, inn, kpp, "RUB", kind, value, null, null);
    }

    private static Map<String, Row> byCard(List<Row> xref) {
        return xref.stream().collect(Collectors.toMap(JoinPartiesTest::card, row -> row));
    }

    private static String card(Row row) {
        return row.text("source") + "/" + row.text("entity") + "/" + row.text("source_id");
    }

    private static String party(Row row) {
        return Row.required(row.text("party_id"));
    }

    private static List<Row> sorted(List<Row> xref) {
        return xref.stream().sorted(Comparator.comparing(JoinPartiesTest::card)).toList();
    }

    private static void add(Map<String, Set<String>> sets, @Nullable String key, @Nullable String value) {
        Set<String> values = sets.computeIfAbsent(Row.required(key), k -> new TreeSet<>());
        if (value != null) {
            values.add(value);
        }
    }
}
