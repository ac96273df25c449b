package cartera.jobs.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All scores and report tables of an invented company: their checks hold, and they agree with each other. */
class WholeRunTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 3, 3);
    private static final LocalDate LAST_SUNDAY = LocalDate.of(2026, 11, 22);
    private static final String LAST_WEEK = "date '2026-11-16'";

    private static final String PAST_WEEKS =
            "select week_on, opening_customers, new_customers, returned_customers, silent_customers, closing_customers"
                    + " from reports.customer_week where week_on < date '2026-11-09' order by week_on";

    @TempDir
    Path temporary;

    @RepeatedTest(2)
    void theTablesAgreeWithEachOther(RepetitionInfo repetition) throws Exception {
        Random random = new Random(repetition.getCurrentRepetition());
        // not always a Sunday: weeks may be unfinished
        LocalDate asOf = LAST_SUNDAY.minusDays(random.nextInt(3));
        List<JobChain.Sale> sales = sales(random, 30 + random.nextInt(60));
        try (JobChain chain = whole("now", asOf, sales)) {
            assertThat(chain.rows("select sum(change) from reports.revenue_bridge"))
                    .as("the bridge adds up to the change of revenue, to the cent")
                    .isEqualTo(chain.rows("select cast(actual - previous as decimal(38, 2)) from reports.metric_value"
                            + " where metric = 'revenue' and period_on = " + LAST_WEEK));
            assertThat(chain.rows("select count(*) from scores.lifecycle where segment not in ('silent', 'lost')"))
                    .as("who is in the base by life cycle is who the weekly count ends with")
                    .isEqualTo(chain.rows(
                            "select closing_customers from reports.customer_week where week_on = " + LAST_WEEK));
            assertThat(chain.rows("select distinct count(*) from scores.segment group by scheme"))
                    .as("each scheme has every customer once")
                    .isEqualTo(chain.rows("select count(*) from scores.purchase_history"));
            assertThat(chain.rows(
                            "select scheme, sum(customers) from reports.segment_summary group by scheme order by 1"))
                    .as("no segment is missing in the summary")
                    .isEqualTo(chain.rows("select scheme, count(*) from scores.segment group by scheme order by 1"));
            assertThat(chain.rows("select count(*) from scores.segment where is_moved and (why is null or"
                            + " why_value is null and why not in ('first_purchase', 'nearer_cluster', 'marked'))"))
                    .as("every move has its reason and the number behind it")
                    .isEqualTo(List.of("[0]"));
            assertThat(chain.rows("select count(*), sum(amount) from scores.abc_xyz where scheme = 'party'"))
                    .as("every customer has a class, and the classes hold all the money of 13 months")
                    .isEqualTo(chain.rows("select count(*), sum(monetary) from scores.rfm"));
            assertThat(chain.rows("select count(*) from scores.next_order"))
                    .isEqualTo(chain.rows("select count(*) from scores.purchase_history"));
            assertThat(chain.rows("select count(*) from scores.loyalty where list = 'leaving'"))
                    .isEqualTo(chain.rows("select count(*) from scores.lifecycle as l inner join scores.segment as s"
                            + " on s.party_id = l.party_id and s.scheme = 'lifecycle' and s.amount > 0"
                            + " where l.segment in ('cooling', 'silent')"));
            assertThat(chain.rows("select sum(amount) from scores.cohort"))
                    .as("cohorts hold all the money of customers")
                    .isEqualTo(chain.rows("select sum(historic_amount) from scores.customer_value"));

            try (JobChain weekBefore = whole("before", asOf.minusDays(7), sales)) {
                assertThat(chain.rows("select scheme, party_id, previous_segment, previous_amount from scores.segment"
                                + " where previous_segment is not null order by 1, 2"))
                        .as("the previous segment is what a run of that day says")
                        .isEqualTo(weekBefore.rows(
                                "select scheme, party_id, segment, amount from scores.segment order by 1, 2"));
                assertThat(chain.rows(PAST_WEEKS))
                        .as("past weeks read as they read then")
                        .isEqualTo(weekBefore.rows(PAST_WEEKS));
            }
        }
    }

    @Test
    void theOrderOfTheRowsDoesNotMatter() throws Exception {
        List<JobChain.Sale> sales = sales(new Random(7), 80);
        List<JobChain.Sale> shuffled = new ArrayList<>(sales);
        Collections.shuffle(shuffled, new Random(8));
        try (JobChain chain = whole("one", LAST_SUNDAY, sales);
                JobChain other = whole("other", LAST_SUNDAY, shuffled)) {
            for (String table : chain.made()) {
                assertThat(other.rows("select * from " + table))
                        .as(table)
                        .isEqualTo(chain.rows("select * from " + table));
            }
        }
    }

    /** Clusters, own limits of points, and persons apart: switched on, each scheme still has every customer once. */
    @Test
    void whatIsOffByDefaultWorksTheSameInAnyOrderOfTheRows() throws Exception {
        String settings = """
                clusters: true
                rfm: {recency_days: [30, 60, 90, 180], frequency: fifths, monetary: [100, 1000, 5000, 20000], by_kind: true}
                vip_share: 0.2
                """;
        List<JobChain.Sale> sales = threeKinds(new Random(5));
        List<JobChain.Sale> shuffled = new ArrayList<>(sales);
        Collections.shuffle(shuffled, new Random(6));
        try (JobChain chain = new JobChain(Files.createDirectories(temporary.resolve("on")), LAST_SUNDAY, settings);
                JobChain other =
                        new JobChain(Files.createDirectories(temporary.resolve("too")), LAST_SUNDAY, settings)) {
            chain.sales(sales);
            other.sales(shuffled);
            chain.runAll();
            other.runAll();
            assertThat(chain.rows("select distinct scheme from scores.segment order by 1"))
                    .contains("[cluster]", "[vip]");
            assertThat(chain.rows("select distinct count(*) from scores.segment group by scheme"))
                    .isEqualTo(chain.rows("select count(*) from scores.purchase_history"));
            for (String table : List.of("scores.segment", "scores.fit_cluster", "reports.stability")) {
                assertThat(other.rows("select * from " + table))
                        .as(table)
                        .isEqualTo(chain.rows("select * from " + table));
            }
        }
    }

    /** Three ways of buying that lie far apart, so that groups are found. */
    private static List<JobChain.Sale> threeKinds(Random random) {
        List<JobChain.Sale> sales = new ArrayList<>();
        for (int customer = 0; customer < 90; customer++) {
            int purchases = List.of(1, 6, 30).get(customer % 3);
            LocalDate day = LAST_SUNDAY.minusDays(List.of(250, 80, 2).get(customer % 3) + random.nextInt(3));
            for (int i = 0; i < purchases; i++) {
                BigDecimal amount = BigDecimal.valueOf(List.of(10, 500, 9000).get(customer % 3) + random.nextInt(5));
                sales.add(new JobChain.Sale("p:%03d".formatted(customer), day, amount));
                day = day.minusDays(3);
            }
        }
        return sales;
    }

    /** No customer, or one: every table comes, and nothing fails. */
    @Test
    void smallCompaniesGetEveryTableToo() throws Exception {
        for (int customers : new int[] {0, 1}) {
            try (JobChain chain = whole("of" + customers, LAST_SUNDAY, sales(new Random(customers), customers))) {
                assertThat(chain.rows("select count(*) from reports.metric_value where period_on = " + LAST_WEEK))
                        .as("without sales no forecast")
                        .isEqualTo(List.of(customers == 0 ? "[13]" : "[14]"));
                assertThat(chain.rows("select count(*) from reports.value_tier"))
                        .isEqualTo(List.of("[4]"));
                assertThat(chain.rows("select count(*) from reports.cohort")).isEqualTo(List.of("[144]"));
            }
        }
    }

    private JobChain whole(String name, LocalDate asOf, List<JobChain.Sale> sales) throws Exception {
        JobChain chain = new JobChain(Files.createDirectories(temporary.resolve(name)), asOf);
        chain.sales(sales);
        chain.runAll();
        return chain;
    }

    /** Customers who buy in their own rhythm, stop, come back, return goods; and a shop that sells to nobody known. */
    private static List<JobChain.Sale> sales(Random random, int customers) {
        List<JobChain.Sale> sales = new ArrayList<>();
        for (int customer = 0; customer < customers; customer++) {
            String party = "p:%03d".formatted(customer);
            int gap = 2 + random.nextInt(60);
            LocalDate day = FIRST_DAY.plusDays(random.nextInt(600));
            int purchases = 1 + random.nextInt(12);
            for (int i = 0; i < purchases && !day.isAfter(LAST_SUNDAY); i++) {
                sales.add(new JobChain.Sale(party, day, money(random)));
                if (random.nextInt(8) == 0) {
                    sales.add(new JobChain.Sale(
                            party,
                            day.plusDays(random.nextInt(5)),
                            money(random).negate()));
                }
                day = day.plusDays(1 + random.nextInt(2 * gap) + (random.nextInt(10) == 0 ? 6L * gap : 0));
            }
        }
        Stream.iterate(FIRST_DAY, day -> !day.isAfter(LAST_SUNDAY), day -> day.plusDays(3))
                .limit(customers == 0 ? 0 : Long.MAX_VALUE)
                .forEach(day -> sales.add(new JobChain.Sale("p:anonymous", day, money(random))));
        return sales;
    }

    private static BigDecimal money(Random random) {
        return BigDecimal.valueOf(1 + random.nextInt(1_000_000), 2);
    }
}
