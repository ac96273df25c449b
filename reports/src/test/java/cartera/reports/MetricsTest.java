package cartera.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private static final String ENTRY = """
            metrics:
              - id: revenue
                unit: money
                polarity: up
                column: reports.metric_value.actual
                owner: sales
                version: 1
                name: {en: Revenue, ru: Выручка}
                definition: {en: Sum of sales}
            """;

    @Test
    void aMetricSpeaksEnglishWhereALanguageIsMissing() {
        Metric revenue = read(ENTRY).metric("revenue");

        assertThat(revenue.name("ru")).isEqualTo("Выручка");
        assertThat(revenue.name("pt")).isEqualTo("Revenue");
        assertThat(revenue.definition("ru")).isEqualTo("Sum of sales");
    }

    @Test
    void everyWrongEntryIsNamed() {
        String wrong = ENTRY.replace("    version: 1\n", "") + "  - id: sales\n    unit: pounds\n";

        assertThatThrownBy(() -> read(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("metrics.yaml: 2 problems")
                .hasMessageContaining("revenue: version is missing")
                .hasMessageContaining("sales: ");
    }

    private static Metrics read(String yaml) {
        return Metrics.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
