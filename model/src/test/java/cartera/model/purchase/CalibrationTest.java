package cartera.model.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cartera.model.purchase.Calibration.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private static double factor(Period... periods) {
        return Calibration.of(List.of(periods)).factor();
    }

    @Test
    void onePeriodCannotTellABiasFromASeason() {
        assertThat(factor()).isEqualTo(1);
        assertThat(factor(new Period(100, 200, 1))).isEqualTo(1);
    }

    @Test
    void periodsThatDisagreeChangeNothing() {
        assertThat(factor(new Period(100, 150, 1), new Period(100, 90, 1))).isEqualTo(1);
    }

    @Test
    void ofPeriodsThatAgreeTheSmallerShareIsTakenLessItsStandardError() {
        assertThat(factor(new Period(100, 150, 3), new Period(100, 120, 6)))
                .isCloseTo(1.2 * Math.exp(-0.05), within(1e-12));
        assertThat(factor(new Period(100, 80, 4), new Period(100, 50, 1)))
                .isCloseTo(0.8 * Math.exp(0.05), within(1e-12));
    }

    @Test
    void whatChanceExplainsChangesNothing() {
        assertThat(factor(new Period(100, 110, 20), new Period(100, 110, 20))).isEqualTo(1);
    }

    @Test
    void aPeriodWithoutPurchasesAsksForNothing() {
        assertThat(factor(new Period(100, 0, 1), new Period(100, 0, 1))).isEqualTo(1);
        assertThat(factor(new Period(0, 10, 1), new Period(0, 10, 1))).isEqualTo(1);
    }
}
