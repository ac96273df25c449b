package cartera.jobs.score;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cartera.jobs.engine.Row;
import cartera.jobs.engine.Rows;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From sales lines through the jobs to the numbers that others published for the same data. */
class KnownDataTest {

    @TempDir
    Path temporary;

    /** P. S. Fader and B. G. S. Hardie, note 025, for Gamma-Gamma; BTYDplus 1.2.0 for MBG/NBD; 39 weeks of calibration. */
    @Test
    void theFitsOfTheCdnowSampleAreThePublishedOnes() throws IOException {
        try (JobChain chain = new JobChain(temporary, LocalDate.of(1997, 9, 30))) {
            chain.sales(cdnow());
            chain.run("scores.fit_purchase", "scores.fit_spend");

            Fit purchase = chosen(chain, "(select * from scores.fit_purchase where cohort = 'all') as fit");
            assertThat(purchase.any().text("model")).isEqualTo("mbg_nbd");
            assertThat(purchase.any().integer("observations")).isEqualTo(2357);
            assertThat(purchase.any().number("log_likelihood")).isCloseTo(-9582.1357, within(0.001));
            assertThat(purchase.value("r")).isCloseTo(.524843, within(0.0005));
            assertThat(purchase.value("alpha")).isCloseTo(6.183085, within(0.0005));
            assertThat(purchase.value("a")).isCloseTo(.891359, within(0.0005));
            assertThat(purchase.value("b")).isCloseTo(1.614002, within(0.0005));

            Fit spend = chosen(chain, "scores.fit_spend");
            assertThat(spend.any().integer("observations")).isEqualTo(946);
            assertThat(spend.any().number("log_likelihood")).isCloseTo(-4055.9177, within(0.001));
            assertThat(spend.value("p")).isCloseTo(6.24957, within(0.0005));
            assertThat(spend.value("q")).isCloseTo(3.74422, within(0.0005));
            assertThat(spend.value("gamma")).isCloseTo(15.44352, within(0.002));
        }
    }

    /** Counts recomputed from the Online Retail data with average ranks for ties. */
    @Test
    void theScoresOfOnlineRetailHaveTheKnownCounts() throws IOException {
        try (JobChain chain = new JobChain(temporary, LocalDate.of(2011, 12, 9))) {
            chain.sales(onlineRetail());
            chain.run("scores.rfm", "scores.activity_group", "scores.abc_xyz");

            assertThat(counts(chain, "m", "scores.rfm")).isEqualTo("{1=867, 2=868, 3=867, 4=868, 5=868}");
            assertThat(counts(chain, "f", "scores.rfm")).isEqualTo("{1=1548, 2=874, 3=501, 4=800, 5=615}");
            assertThat(counts(chain, "r", "scores.rfm")).isEqualTo("{1=869, 2=858, 3=863, 4=880, 5=868}");
            assertThat(counts(chain, "segment", "scores.activity_group"))
                    .isEqualTo("{active=2618, lost=858, new=271, sleeping=591}");
            assertThat(counts(chain, "abc", "scores.abc_xyz where scheme = 'party'"))
                    .isEqualTo("{A=1132, B=1469, C=1737}");
        }
    }

    /** Who came in the first weeks of the data had mostly been a customer before, so that its first purchase was none. */
    @Test
    void earlyAndLateCustomersOfOnlineRetailAreValuedByLawsOfTheirOwn() throws IOException {
        try (JobChain chain = new JobChain(temporary, LocalDate.of(2011, 9, 9))) {
            chain.sales(onlineRetail());
            chain.run("scores.customer_value_horizon");

            assertThat(chain.rows("select distinct cohort from scores.fit_purchase where law is not null order by 1"))
                    .containsExactly("[all]", "[early]", "[late]");
            assertThat(chain.rows("select distinct rung from scores.customer_value_horizon"))
                    .containsExactly("[own_model]");
        }
    }

    /**
     * The order after 9 September 2011, of those whose interval of 80 % ends before the data do: four of five and more fall
     * into it, because who would have come later than the data is not seen; half of them come before the expected day.
     */
    @Test
    void theNextOrdersOfOnlineRetailFallIntoTheirIntervals() throws IOException {
        LocalDate cut = LocalDate.of(2011, 9, 9);
        Map<String, LocalDate> next = new TreeMap<>();
        List<JobChain.Sale> sales = onlineRetail();
        sales.stream()
                .filter(sale -> sale.soldOn().isAfter(cut))
                .forEach(sale -> next.merge(sale.partyId(), sale.soldOn(), (a, b) -> a.isBefore(b) ? a : b));
        int[] counts = new int[4];
        try (JobChain chain = new JobChain(temporary, cut)) {
            chain.sales(sales);
            chain.run("scores.next_order");
            try (Rows rows = chain.query("select * from scores.next_order where high_on <= date '2011-12-09'")) {
                rows.forEachRemaining(row -> count(row, next.get(row.text("party_id")), counts));
            }
        }
        double came = counts[0];
        assertThat(came).isGreaterThan(400);
        assertThat((counts[2] + counts[3]) / came).as("in the interval").isBetween(0.8, 0.9);
        assertThat((counts[1] + counts[2]) / came).as("before the expected day").isBetween(0.43, 0.57);
    }

    /** Counts who came: all, before low_on, from then up to expected_on, from then up to high_on. */
    private static void count(Row order, @Nullable LocalDate next, int[] counts) {
        if (next == null) {
            return;
        }
        counts[0]++;
        if (next.isBefore(Row.required(order.date("low_on")))) {
            counts[1]++;
        } else if (next.isBefore(Row.required(order.date("expected_on")))) {
            counts[2]++;
        } else if (!next.isAfter(Row.required(order.date("high_on")))) {
            counts[3]++;
        }
    }

    /** Row shares of the migration of Online Retail's customers within three months. */
    @Test
    void activityGroupsOfOnlineRetailMoveAsKnown() throws IOException {
        Map<String, String> before = groups("before", LocalDate.of(2011, 9, 9));
        Map<String, String> after = groups("after", LocalDate.of(2011, 12, 9));

        Map<String, Map<String, Integer>> moves = new TreeMap<>();
        before.forEach((party, from) -> moves.computeIfAbsent(from, f -> new TreeMap<>())
                .merge(Row.required(after.get(party)), 1, Integer::sum));
        Map<String, String> shares = new TreeMap<>();
        moves.forEach((from, to) -> {
            double all = to.values().stream().mapToInt(n -> n).sum();
            to.forEach((name, n) -> shares.put(from + ">" + name, String.format(Locale.ROOT, "%.3f", n / all)));
        });

        assertThat(shares)
                .hasToString("{active>active=0.706, active>sleeping=0.294, lost>active=0.339, lost>lost=0.661,"
                        + " new>active=0.518, new>sleeping=0.482, sleeping>active=0.463, sleeping>lost=0.537}");
    }

    private Map<String, String> groups(String folder, LocalDate asOf) throws IOException {
        Map<String, String> groups = new TreeMap<>();
        try (JobChain chain = new JobChain(Files.createDirectories(temporary.resolve(folder)), asOf)) {
            chain.sales(onlineRetail());
            chain.run("scores.activity_group");
            try (Rows rows = chain.query("select party_id, segment from scores.activity_group")) {
                rows.forEachRemaining(
                        row -> groups.put(Row.required(row.text("party_id")), Row.required(row.text("segment"))));
            }
        }
        return groups;
    }

    /** The rows of one fitted model. */
    private record Fit(List<Row> rows) {

        Row any() {
            return rows.get(0);
        }

        double value(String parameter) {
            Row row = rows.stream()
                    .filter(r -> parameter.equals(r.text("parameter")))
                    .findFirst()
                    .orElseThrow();
            return Row.required(row.number("value"));
        }
    }

    private static Fit chosen(JobChain chain, String table) {
        List<Row> parameters = new ArrayList<>();
        try (Rows rows = chain.query("select * from " + table + " where is_chosen")) {
            rows.forEachRemaining(parameters::add);
        }
        return new Fit(parameters);
    }

    private static String counts(JobChain chain, String column, String table) {
        Map<String, Long> counts = new TreeMap<>();
        String select = "select cast(%s as string) as name, count(*) as customers from %s group by 1";
        try (Rows rows = chain.query(select.formatted(column, table))) {
            rows.forEachRemaining(
                    row -> counts.put(Row.required(row.text("name")), Row.required(row.integer("customers"))));
        }
        return counts.toString();
    }

    private static List<JobChain.Sale> cdnow() throws IOException {
        DateTimeFormatter days = DateTimeFormatter.BASIC_ISO_DATE;
        List<JobChain.Sale> sales = new ArrayList<>();
        for (String line : lines("cdnow/CDNOW_sample.txt")) {
            String[] cells = line.strip().split("\\s+");
            sales.add(new JobChain.Sale(cells[1], LocalDate.parse(cells[2], days), new BigDecimal(cells[4])));
        }
        return sales;
    }

    private static List<JobChain.Sale> onlineRetail() throws IOException {
        return lines("online_retail/online_retail_customer_day.csv.gz").stream()
                .skip(1)
                .map(line -> line.split(","))
                .map(cells -> new JobChain.Sale(cells[0], LocalDate.parse(cells[1]), new BigDecimal(cells[2])))
                .toList();
    }

    private static List<String> lines(String name) throws IOException {
        Path file =
                repository().resolveSibling("shared").resolve("reference-data").resolve(name);
        Assumptions.assumeTrue(Files.exists(file), () -> "skipped: no reference data at " + file);
        try (var plain = Files.newInputStream(file);
                var stream = name.endsWith(".gz") ? new GZIPInputStream(plain) : plain;
                var reader = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
            return reader.lines().toList();
        }
    }

    private static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null
                && !(Files.isDirectory(folder.resolve("jobs")) && Files.isDirectory(folder.resolve("model")))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
