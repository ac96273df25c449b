package cartera.reports.weekly;

import static org.assertj.core.api.Assertions.assertThat;

import cartera.reports.Row;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class BridgeTest {

    @RepeatedTest(50)
    void theBarsAddUpToTheChangeExactly(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Row> rows = random(random);
        Bridge bridge = Bridge.of(rows);

        BigDecimal bars =
                bridge.bars().stream().map(bar -> bar.change().number()).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(bars).isEqualByComparingTo(WeeklyData.sum(rows, "change"));
        assertThat(bridge.total().change().number()).isEqualByComparingTo(bars);
        BigDecimal reached = BigDecimal.ZERO;
        for (Bridge.Bar bar : bridge.bars()) {
            assertThat(bar.start()).isEqualByComparingTo(reached);
            reached = bar.end();
        }
    }

    private static List<Row> random(Random random) {
        Fixture fixture = Fixture.wholesale();
        for (Row row : fixture.data().rows("revenue_bridge")) {
            String segment = row.code("segment");
            BigDecimal change = BigDecimal.valueOf(random.nextInt(2_000_000) - 1_000_000L, 2);
            fixture = fixture.set(
                    "revenue_bridge",
                    "change",
                    change,
                    one -> one.code("segment").equals(segment));
        }
        return fixture.data().rows("revenue_bridge");
    }

    @Test
    void customersWithoutANameOrASegmentAreBarsOfTheirOwn() {
        List<String> segments = Bridge.of(Fixture.wholesale().data().rows("revenue_bridge")).all().stream()
                .map(Bridge.Bar::segment)
                .toList();

        assertThat(segments)
                .containsExactly(
                        "at_risk", "loyal", "potential", "champions", "new", "others", "anonymous", "unknown", "total");
    }
}
