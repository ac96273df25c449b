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
            "no plan",
                    Fixture.wholesale()
                            .unknown("metric_value", "plan", row -> true)
                            .unknown("forecast_week", "plan", row -> true)
                            .unknown("forecast_month", "plan", row -> true)
                            .unknown("forecast_origin", "plan", row -> true),
            "no cost",
                    Fixture.wholesale()
                            .unknown(
                                    "metric_value",
                                    "actual",
                                    row -> row.code("metric").contains("margin"))
                            .unknown("cohort", "margin", row -> true)
                            .unknown("at_risk", "expected_margin", row -> true)
                            .set("at_risk", "risk_basis", "amount", row -> true),
            "broken data",
                    Fixture.wholesale()
                            .set(
                                    "data_check",
                                    "severity",
                                    "error",
                                    row -> row.code("check_id").equals("rejected_rows")),
            "unfinished week", Fixture.wholesale().set("metric_value", "is_complete", false, row -> true),
            "score by a rule",
                    Fixture.wholesale()
                            .set(
                                    "churn_evaluation",
                                    "is_chosen",
                                    true,
                                    row -> row.code("scorer").equals("silence_rule")),
            "nothing to compare forecasts with",
                    Fixture.wholesale()
                            .without("forecast_origin", row -> true)
                            .without("forecast_record_summary", row -> true)
                            .without("forecast_part", row -> true),
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

    private static final Map<String, List<String>> MAY_BE_UNKNOWN = Map.ofEntries(
            Map.entry("metric_value", List.of("actual", "plan", "previous", "last_year")),
            Map.entry("metric_cause", List.of("cause_key", "cause_value")),
            Map.entry("segment_summary", List.of("amount_12m", "previous_amount_12m", "share", "previous_customers")),
            Map.entry("segment_move", List.of("amount")),
            Map.entry(
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
                            "first_silent_on")),
            Map.entry(
                    "at_risk",
                    List.of(
                            "name",
                            "manager",
                            "segment",
                            "probability",
                            "expected_margin",
                            "money_at_risk",
                            "risk_basis",
                            "usual_gap_days",
                            "silent_days",
                            "reason_1",
                            "reason_1_value",
                            "reason_2_base",
                            "reason_3",
                            "next_step",
                            "grade")),
            Map.entry("churn_evaluation", List.of("base_rate", "auc", "lift_10", "note")),
            Map.entry("churn_calibration", List.of("predicted", "observed", "customers", "is_inside")),
            Map.entry("customer_move", List.of("name", "manager", "amount_12m", "why", "why_value", "why_limit")),
            Map.entry(
                    "vip_change",
                    List.of("name", "amount_12m", "previous_amount_12m", "least_amount", "why", "last_on")),
            Map.entry("stability", List.of("moved_customers", "moved_share", "ari", "psi", "note")),
            Map.entry(
                    "forecast_week",
                    List.of("actual", "mid", "low_50", "high_80", "low_95", "naive", "plan", "chance_of_plan")),
            Map.entry("forecast_month", List.of("actual", "mid", "low_80", "high_80", "plan", "chance_of_plan")),
            Map.entry("forecast_part", List.of("low_80", "high_80", "previous", "last_year", "growth", "direction")),
            Map.entry("forecast_origin", List.of("actual", "mid", "low_80", "naive", "plan", "error", "best")),
            Map.entry(
                    "forecast_record_summary",
                    List.of("wape", "naive_wape", "plan_wape", "bias", "coverage_80", "used")),
            Map.entry("data_check", List.of("rows", "amount", "total_amount", "example")),
            Map.entry("cohort", List.of("active", "amount", "margin")),
            Map.entry("value_tier", List.of("historic_amount", "expected_margin_12m", "low", "high", "budget")),
            Map.entry("input_file", List.of("extracted_at", "loaded_at", "quarantined", "name")),
            Map.entry("fact", List.of("value")));

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
