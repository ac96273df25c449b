package cartera.model.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cartera.model.forecast.Methods;
import cartera.model.forecast.SeriesFinding.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SalesFindingsTest {

    private static final int WEEKS = 110;
    private static final SalesFindings FINDINGS = new SalesFindings(Methods.of("auto"), 52);

    @Test
    void newYearIsTheCalendarsAndAStrikeIsNot() {
        double[] sold = sold();
        int[] days = days();
        sold[70] = 30;

        assertThat(FINDINGS.of(List.of(company(sold)), days)).singleElement().satisfies(strike -> {
            assertThat(strike.kind()).isEqualTo(Kind.OUTLIER);
            assertThat(strike.period()).isEqualTo(70);
            assertThat(strike.amount()).isEqualTo(30);
            assertThat(strike.usual()).isCloseTo(100, within(10.0));
        });
    }

    @Test
    void aSingleNewYearIsNoNewsEither() {
        double[] sold = Arrays.copyOf(sold(), 45);

        assertThat(FINDINGS.of(List.of(company(sold)), Arrays.copyOf(days(), 45)))
                .isEmpty();
    }

    @Test
    void aLostManagerIsALevelShiftOfTheManagerAndOfTheCompany() {
        double[] sold = sold();
        double[] manager = sold.clone();
        Arrays.setAll(manager, t -> t < 80 ? sold[t] / 2 : sold[t] / 5);
        Arrays.setAll(sold, t -> t < 80 ? sold[t] : .7 * sold[t]);

        List<SalesFinding> findings =
                FINDINGS.of(List.of(company(sold), new SalesSeries("manager", "m1", "", manager)), days());

        assertThat(findings)
                .as(findings.toString())
                .extracting(SalesFinding::level)
                .containsExactly("company", "manager");
        assertThat(findings).allSatisfy(shift -> {
            assertThat(shift.kind()).isEqualTo(Kind.LEVEL_SHIFT);
            assertThat(shift.period()).isBetween(79, 81);
        });
        assertThat(findings.get(0).amount() / findings.get(0).usual()).isCloseTo(.7, within(.06));
        assertThat(findings.get(1).amount() / findings.get(1).usual()).isCloseTo(.4, within(.06));
    }

    private static SalesSeries company(double[] values) {
        return new SalesSeries("company", "", "", values);
    }

    private static double[] sold() {
        Random random = new Random(4);
        int[] days = days();
        double[] values = new double[WEEKS];
        Arrays.setAll(values, t -> days[t] / 5.0 * 100 * Math.exp(.05 * random.nextGaussian()));
        return values;
    }

    /** New Year is the tenth week of each year here. */
    private static int[] days() {
        int[] days = new int[WEEKS];
        Arrays.setAll(days, t -> t % 52 == 10 ? 0 : t % 52 == 11 ? 2 : 5);
        return days;
    }
}
