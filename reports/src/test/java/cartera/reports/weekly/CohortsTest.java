package cartera.reports.weekly;

import static org.assertj.core.api.Assertions.assertThat;

import cartera.reports.Row;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.junit.jupiter.api.Test;

class CohortsTest {

    @Test
    void theLastRowIsARatioOfSumsOverMatureCells() {
        List<Row> cells = Fixture.wholesale().data().rows("cohort").stream()
                .filter(row -> row.whole("age_months") == 2 && row.flag("is_mature"))
                .toList();
        BigDecimal expected =
                WeeklyData.sum(cells, "active").divide(WeeklyData.sum(cells, "customers"), MathContext.DECIMAL64);

        assertThat(new Cohorts(Fixture.wholesale().data().rows("cohort")).retention(2))
                .contains(expected);
    }

    @Test
    void monthsBeforeTheFirstCustomerAreLeftOut() {
        Cohorts cohorts = new Cohorts(Fixture.single().data().rows("cohort"));

        assertThat(cohorts.all()).hasSize(1);
        assertThat(cohorts.retention(0)).isEmpty();
    }

    @Test
    void moneyPerCustomerGrowsWithAgeAndEndsWhereDataEnd() {
        Cohorts.Cohort oldest =
                new Cohorts(Fixture.wholesale().data().rows("cohort")).all().get(0);

        assertThat(oldest.perCustomer(1, "amount")).isGreaterThan(oldest.perCustomer(0, "amount"));
        assertThat(oldest.perCustomer(11, "amount")).isNull();
    }
}
