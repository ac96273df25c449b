package cartera.reports.weekly;

import static org.assertj.core.api.Assertions.assertThat;

import cartera.reports.gate.WorkbookGate;
import cartera.reports.text.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WeeklyGateTest {

    private static final Map<String, Fixture> COMPANIES = Map.of(
            "wholesale", Fixture.wholesale(),
            "no plan", Fixture.wholesale().unknown("metric_value", "plan", row -> true),
            "no cost",
                    Fixture.wholesale()
                            .unknown(
                                    "metric_value",
                                    "actual",
                                    row -> row.code("metric").contains("margin"))
                            .unknown("cohort", "margin", row -> true),
            "broken data",
                    Fixture.wholesale()
                            .set(
                                    "data_check",
                                    "severity",
                                    "error",
                                    row -> row.code("check_id").equals("rejected_rows")),
            "unfinished week", Fixture.wholesale().set("metric_value", "is_complete", false, row -> true),
            "one customer", Fixture.single(),
            "nothing", Fixture.empty());

    @TempDir
    Path folder;

    /** The whole one and the smallest in all languages, the others in one. */
    static Stream<Arguments> companiesAndLanguages() {
        Set<String> everywhere = Set.of("wholesale", "one customer", "nothing");
        return COMPANIES.keySet().stream()
                .sorted()
                .flatMap(company -> Language.codes().stream()
                        .filter(code -> everywhere.contains(company) || code.equals("ru"))
                        .map(code -> Arguments.of(company, code)));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("companiesAndLanguages")
    void everyWorkbookPassesItsGates(String company, String code) throws IOException {
        Path file = Objects.requireNonNull(COMPANIES.get(company)).report().writeWorkbook(Language.of(code), folder);

        assertThat(WorkbookGate.faults(file)).isEqualTo(List.of());
    }

    private static final Map<String, List<String>> MAY_BE_UNKNOWN = Map.of(
            "metric_value", List.of("actual", "plan", "previous", "last_year"),
            "metric_cause", List.of("cause_key", "cause_value"),
            "segment_summary", List.of("amount_12m", "previous_amount_12m", "share", "previous_customers"),
            "segment_move", List.of("amount"),
            "silent_customer",
                    List.of(
                            "name",
                            "manager",
                            "segment",
                            "reason",
                            "amount_12m",
                            "silent_days",
                            "usual_gap_days",
                            "last_on",
                            "first_silent_on"),
            "data_check", List.of("rows", "amount", "total_amount", "example"),
            "cohort", List.of("active", "amount", "margin"),
            "value_tier", List.of("historic_amount", "expected_margin_12m", "low", "high"),
            "input_file", List.of("extracted_at", "loaded_at", "quarantined", "name"),
            "fact", List.of("value"));

    @RepeatedTest(6)
    void whateverIsUnknownTheWorkbookPassesItsGates(RepetitionInfo repetition) throws IOException {
        Random random = new Random(repetition.getCurrentRepetition());
        Fixture fixture = Fixture.wholesale();
        for (String table : new TreeSet<>(MAY_BE_UNKNOWN.keySet())) {
            for (String column : Objects.requireNonNull(MAY_BE_UNKNOWN.get(table))) {
                double share = random.nextDouble() * random.nextDouble();
                fixture = fixture.unknown(table, column, row -> random.nextDouble() < share);
            }
        }
        List<String> codes = Language.codes();
        Path file = fixture.report().writeWorkbook(Language.of(codes.get(random.nextInt(codes.size()))), folder);

        assertThat(WorkbookGate.faults(file)).isEqualTo(List.of());
    }
}
