package cartera.reports.weekly;

import static org.assertj.core.api.Assertions.assertThat;

import cartera.reports.gate.WorkbookGate;
import cartera.reports.text.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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
        Path file = java.util.Objects.requireNonNull(COMPANIES.get(company))
                .report()
                .writeWorkbook(Language.of(code), folder);

        assertThat(WorkbookGate.faults(file)).isEqualTo(List.of());
    }
}
