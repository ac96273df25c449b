package cartera.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import cartera.jobs.connector.Contract;
import cartera.jobs.connector.Entity;
import cartera.jobs.connector.EntityRow;
import cartera.jobs.connector.EntityRow.Repeat;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyLogTest {

    private static final Contract CONTRACT = Contract.load();

    @TempDir
    Path folder = Path.of("");

    @Test
    void anEqualRepeatIsNoConflict() {
        assertThat(conflicts(payment(1, "a", "1.0", Repeat.CONFLICT), payment(2, "a", "1.00", Repeat.CONFLICT)))
                .isEmpty();
    }

    @Test
    void allRecordsOfADisputedKeyAreNamed() {
        assertThat(conflicts(
                        payment(1, "a", "1", Repeat.CONFLICT),
                        payment(2, "b", "1", Repeat.CONFLICT),
                        payment(3, "a", "2", Repeat.CONFLICT),
                        payment(4, "a", "1", Repeat.CONFLICT)))
                .containsExactly(1L, 3L, 4L);
    }

    @Test
    void whereTheLaterLineWinsThereIsNoConflict() {
        assertThat(conflicts(payment(1, "a", "1", Repeat.LAST), payment(2, "a", "2", Repeat.LAST)))
                .isEmpty();
    }

    @Test
    void anotherTimeOfChangeIsAnotherVersion() {
        assertThat(conflicts(
                        row("product", 1, Map.of("id", "a", "name", "x", "updated_at", "2026-01-01")),
                        row("product", 2, Map.of("id", "a", "name", "y", "updated_at", "2026-01-02"))))
                .isEmpty();
    }

    @Test
    void aRecordIsAllThatItFills() {
        assertThat(conflicts(
                        row("document", 1, Map.of("id", "a")),
                        row("document_line", 1, Map.of("document_id", "a", "line_no", "1", "amount", "5")),
                        row("document", 9, Map.of("id", "a")),
                        row("document_line", 9, Map.of("document_id", "a", "line_no", "1", "amount", "6"))))
                .containsExactly(1L, 9L);
    }

    @Test
    void linesOfTwoVersionsOfADocumentDoNotContradictEachOther() {
        assertThat(conflicts(
                        row("document", 1, Map.of("id", "a", "updated_at", "2026-01-01")),
                        row("document_line", 1, Map.of("document_id", "a", "line_no", "1", "amount", "5")),
                        row("document", 9, Map.of("id", "a", "updated_at", "2026-01-02")),
                        row("document_line", 9, Map.of("document_id", "a", "line_no", "1", "amount", "6"))))
                .isEmpty();
    }

    @RepeatedTest(5)
    void moreThanFitsIntoMemoryGivesTheSame(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Map<String, Set<String>> amounts = new HashMap<>();
        Map<String, Set<Long>> lines = new HashMap<>();
        try (KeyLog log = new KeyLog(folder.resolve("keys"), 16)) {
            for (long line = 1; line <= 500; line++) {
                String id = "id" + random.nextInt(300);
                String amount = String.valueOf(random.nextInt(3));
                amounts.computeIfAbsent(id, key -> new HashSet<>()).add(amount);
                lines.computeIfAbsent(id, key -> new HashSet<>()).add(line);
                log.add(payment(line, id, amount, Repeat.CONFLICT));
            }
            Set<Long> expected = new TreeSet<>();
            amounts.forEach((id, seen) -> expected.addAll(seen.size() > 1 ? lines.get(id) : Set.of()));
            assertThat(log.conflicts()).isEqualTo(expected);
        }
        assertThat(folder.resolve("keys")).isEmptyDirectory();
    }

    private Set<Long> conflicts(EntityRow... rows) {
        try (KeyLog log = new KeyLog(folder)) {
            for (EntityRow row : rows) {
                log.add(row);
            }
            return log.conflicts();
        }
    }

    private static EntityRow payment(long line, String id, String amount, Repeat repeat) {
        EntityRow row = row("payment", line, Map.of("id", id, "amount", new BigDecimal(amount)));
        return new EntityRow(row.entity(), row.values(), line, null, repeat);
    }

    private static EntityRow row(String name, long line, Map<String, Object> values) {
        Entity entity = CONTRACT.entity(name);
        @Nullable Object[] row = new Object[entity.fields().size()];
        values.forEach((column, value) -> row[entity.indexOf(column)] = value);
        return new EntityRow(entity, row, line, null, Repeat.CONFLICT);
    }
}
