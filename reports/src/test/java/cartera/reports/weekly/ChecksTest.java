package cartera.reports.weekly;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChecksTest {

    @Test
    void onlyNotesAreAnA() {
        assertThat(grade(Fixture.wholesale().set("data_check", "severity", "notice", row -> true)))
                .isEqualTo("A");
    }

    @Test
    void aWarningIsABAndOneThatTouchesMuchMoneyAC() {
        assertThat(grade(Fixture.wholesale())).isEqualTo("B");
        assertThat(grade(Fixture.wholesale()
                        .set("data_check", "total_amount", new BigDecimal("100000000"), row -> true)))
                .isEqualTo("C");
    }

    @Test
    void anErrorIsAD() {
        assertThat(grade(Fixture.wholesale().set("data_check", "severity", "error", row -> row.whole("position") == 4)))
                .isEqualTo("D");
    }

    @Test
    void uncheckedDataHaveNoGrade() {
        assertThat(Checks.grade(List.of())).isEqualTo("–");
    }

    @Test
    void theWorstFaultIsThatOfTheHighestSeverityWithTheMostMoney() {
        assertThat(Fixture.wholesale().data().faults().stream()
                        .map(row -> row.code("check_id"))
                        .limit(4))
                .containsExactly("sales_not_in_crm", "deals_not_shipped", "rejected_rows", "missing_inn");
    }

    private static String grade(Fixture fixture) {
        return Checks.grade(fixture.data().rows("data_check"));
    }
}
