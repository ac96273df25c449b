package cartera.boosting;

import static org.assertj.core.api.Assertions.assertThat;

import cartera.jobs.bench.AttributeBench;
import cartera.jobs.bench.AttributeTable;
import cartera.jobs.bench.BenchTable;
import cartera.jobs.bench.ChurnBench;
import cartera.jobs.bench.InstalledLearners;
import cartera.jobs.bench.SilenceBench;
import cartera.jobs.bench.TransactionColumns;
import cartera.jobs.bench.Transactions;
import cartera.jobs.engine.Row;
import cartera.model.churn.Learner;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bench of churn with the boosted trees beside it. */
class InstalledTreesTest {

    @TempDir
    Path folder;

    private static List<Learner> installed() {
        InstalledLearners installed = InstalledLearners.find();
        assertThat(installed.notes()).isEmpty();
        assertThat(installed.learners()).extracting(Learner::name).containsExactly("boosted");
        return installed.learners();
    }

    private Path file(List<String> lines) throws IOException {
        return Files.write(folder.resolve("table.csv"), lines);
    }

    private static AttributeBench attributes(Path file) throws IOException {
        return new AttributeBench(AttributeTable.read(file, "churn", null), installed());
    }

    private static List<Row> rows(BenchTable table) {
        List<Row> rows = new ArrayList<>();
        table.rows().forEachRemaining(rows::add);
        return rows;
    }

    /** Scorers in their order, the chosen one with a star. */
    private static List<String> scorers(ChurnBench bench) {
        return rows(bench.scorers()).stream()
                .filter(row -> row.integer("bin") == null)
                .map(row -> row.text("scorer") + (Boolean.TRUE.equals(row.is("is_chosen")) ? "*" : ""))
                .toList();
    }

    /** Small customers leave the dear plan, large ones the cheap plan. */
    private static List<String> contracts(double strength) {
        var random = new Random(1);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 1500; i++) {
            int seats = 1 + random.nextInt(100);
            boolean isDear = random.nextBoolean();
            boolean isGone = random.nextDouble() < .5 + (seats < 50 == isDear ? strength : -strength);
            lines.add("k%d,%s,%d,%s".formatted(i, isDear ? "dear" : "cheap", seats, isGone ? "yes" : "no"));
        }
        return lines;
    }

    private static List<String> headed(List<String> lines) {
        List<String> all = new ArrayList<>(List.of("id,plan,seats,churn"));
        all.addAll(lines);
        return all;
    }

    @Test
    void treesAreChosenWhereTheyAreBetterByMoreThanNoise() throws IOException {
        assertThat(scorers(attributes(file(headed(contracts(.3))))))
                .containsExactly("blend*", "logistic", "boosted", "share");
        assertThat(scorers(attributes(file(headed(contracts(0))))))
                .containsExactly("logistic*", "blend", "boosted", "share");
    }

    @Test
    void theOrderOfRowsChangesNoProbability() throws IOException {
        List<String> lines = contracts(.3);
        List<Row> before = rows(attributes(file(headed(lines))).probabilities());
        Collections.shuffle(lines, new Random(2));
        assertThat(rows(attributes(file(headed(lines))).probabilities())).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void purchasesAreScoredByTreesToo() throws IOException {
        var bench = new SilenceBench(
                Transactions.read(file(shop()), TransactionColumns.GUESSED),
                LocalDate.of(2024, 9, 30),
                60,
                installed());
        assertThat(scorers(bench))
                .hasSize(6)
                .anyMatch(scorer -> scorer.startsWith("boosted"))
                .anyMatch(scorer -> scorer.startsWith("logistic"));
        assertThat(rows(bench.probabilities()))
                .hasSize(400)
                .allSatisfy(row -> assertThat(row.number("p_boosted")).isBetween(0.0, 1.0));
    }

    private static List<String> shop() {
        var random = new Random(3);
        List<String> lines = new ArrayList<>(List.of("client;date;total"));
        for (int i = 0; i < 400; i++) {
            double gap = 10 + 50 * random.nextDouble();
            double leaving = .5 * random.nextDouble();
            double day = random.nextInt(300);
            do {
                var on = LocalDate.of(2023, 6, 1).plusDays((long) day);
                lines.add("c%d;%s;%d.50".formatted(i, on, random.nextInt(90)));
                day += 1 - gap * Math.log(1 - random.nextDouble());
            } while (day < 570 && random.nextDouble() > leaving);
        }
        return lines;
    }

    @Test
    @Tag("slow")
    void subscribersWhoLeaveAreRankedNoWorseThanWithout() throws IOException {
        Path packed = Path.of("../../../shared/reference-data/telco_churn/Telco-Customer-Churn.csv.gz");
        Assumptions.assumeTrue(Files.exists(packed), "the reference data are not beside the repository");
        Path table = folder.resolve("telco.csv");
        try (InputStream rows = new GZIPInputStream(Files.newInputStream(packed))) {
            Files.copy(rows, table);
        }
        var bench = new AttributeBench(AttributeTable.read(table, "Churn", null), installed());
        assertThat(rows(bench.scorers()).subList(0, 2))
                .allSatisfy(row -> assertThat(row.number("auc")).isGreaterThanOrEqualTo(.845));
    }
}
