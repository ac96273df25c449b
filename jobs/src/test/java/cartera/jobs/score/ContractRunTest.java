package cartera.jobs.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cartera.jobs.engine.Row;
import cartera.jobs.lake.Column;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A company that lives on yearly subscriptions and books no sale: from its contracts to the call list. */
class ContractRunTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);

    /** Seven of ten customers end a term with a probability of 0.1, three with 0.6. */
    private static final double FIRST_RENEWALS = 0.7 * 0.9 + 0.3 * 0.4;

    private static final List<String> TABLES =
            List.of("scores.contract_term", "scores.fit_renewal", "scores.contract_value");

    @TempDir
    Path temporary;

    @Test
    void whoseContractEndsIsOnTheCallListWithItsMoney() throws Exception {
        List<Map<String, Object>> contracts = contracts(new Random(1));
        List<Map<String, Object>> shuffled = new ArrayList<>(contracts);
        Collections.shuffle(shuffled, new Random(2));
        try (JobChain chain = chain("one", contracts);
                JobChain other = chain("other", shuffled)) {
            chain.runAll();

            assertThat(chain.rows("select distinct model, rung from scores.contract_value"))
                    .isEqualTo(List.of("[shifted_beta_geometric, own_model]"));
            assertThat(probability(chain, 1)).isCloseTo(FIRST_RENEWALS, within(0.06));
            assertThat(probability(chain, 5))
                    .as("who was going to leave has left")
                    .isGreaterThan(probability(chain, 1) + 0.05);
            assertThat(chain.rows("select count(*), sum(money_at_risk) from scores.churn"
                            + " where state = 'scored' and definition = 'contract'"))
                    .as("the money of the week is that of the contracts")
                    .isEqualTo(chain.rows("select count(*), cast(sum(case when days_left <= 90 then"
                            + " cast((1 - renewal_probability) * cast(term_amount as double) as decimal(18, 2))"
                            + " else 0 end) as decimal(38, 2)) from scores.contract_value where weeks_ago = 0"));
            assertThat(chain.rows("select distinct next_step, reason_1 in ('contract_ends', 'contract_ended')"
                            + " from reports.at_risk"))
                    .isEqualTo(List.of("[renew, true]"));
            assertThat(chain.rows("select count(*) from reports.at_risk")).isEqualTo(List.of("[20]"));
            valuesAreThoseOfTheContracts(chain);

            other.run("scores.moment", "scores.party_day");
            TABLES.forEach(other::run);
            for (String table : TABLES) {
                assertThat(other.rows("select * from " + table))
                        .as(table)
                        .isEqualTo(chain.rows("select * from " + table));
            }
        }
    }

    private static void valuesAreThoseOfTheContracts(JobChain chain) {
        assertThat(chain.rows("select count(*), sum(expected_amount_12m) from scores.customer_value"))
                .isEqualTo(chain.rows("select count(*), sum(expected_amount_12m) from scores.contract_value"
                        + " where weeks_ago = 0"));
        assertThat(chain.rows("select distinct rung, historic_amount > 0 from scores.customer_value"))
                .isEqualTo(List.of("[own_model, true]"));
        assertThat(chain.rows("select tier from scores.customer_value group by tier order by tier"))
                .isEqualTo(List.of("[A]", "[B]", "[C]", "[D]"));
    }

    private static double probability(JobChain chain, int term) {
        return Double.parseDouble(chain.rows(
                        "select max(renewal_probability) from scores.contract_value" + " where term_number = " + term)
                .get(0)
                .replaceAll("[\\[\\]]", ""));
    }

    private JobChain chain(String name, List<Map<String, Object>> contracts) throws Exception {
        JobChain chain = new JobChain(Files.createDirectories(temporary.resolve(name)), AS_OF);
        List<Column> columns = chain.job("curated.contract").tableColumns();
        List<Row> rows = new ArrayList<>();
        for (Map<String, Object> contract : contracts) {
            rows.add(Row.Header.of(columns)
                    .row(columns.stream()
                            .map(column -> contract.get(column.name()))
                            .toArray()));
        }
        chain.given("curated.contract", columns, rows);
        chain.sales(List.of());
        return chain;
    }

    private static List<Map<String, Object>> contracts(Random random) {
        List<Map<String, Object>> contracts = new ArrayList<>();
        for (int customer = 0; customer < 600; customer++) {
            double ending = random.nextInt(10) < 7 ? 0.1 : 0.6;
            LocalDate day = AS_OF.minusDays(1 + random.nextInt(3000));
            boolean isCustomer = true;
            while (isCustomer && !day.isAfter(AS_OF)) {
                Map<String, Object> contract = new HashMap<>();
                contract.put("contract_id", "c" + contracts.size());
                contract.put("party_id", "p:%03d".formatted(customer));
                contract.put("from_on", day);
                contract.put("to_on", day.plusYears(1).minusDays(1));
                contract.put(
                        "amount", BigDecimal.valueOf(100 + random.nextInt(900)).setScale(2));
                contract.put("is_deleted", false);
                contracts.add(contract);
                day = day.plusYears(1).plusDays(random.nextInt(10) - 5);
                isCustomer = random.nextDouble() >= ending;
            }
        }
        return contracts;
    }
}
