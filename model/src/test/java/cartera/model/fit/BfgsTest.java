package cartera.model.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class BfgsTest {

    /** H. H. Rosenbrock, Computer Journal 3 (1960): a curved valley with its bottom at (1, 1). */
    private static final Objective VALLEY = (x, slope) -> {
        double bend = x[1] - x[0] * x[0];
        slope[0] = -400 * x[0] * bend - 2 * (1 - x[0]);
        slope[1] = 200 * bend;
        return 100 * bend * bend + (1 - x[0]) * (1 - x[0]);
    };

    @RepeatedTest(20)
    void theBottomOfACurvedValleyIsFoundFromAnywhere(RepetitionInfo info) {
        double[] start =
                new Random(info.getCurrentRepetition()).doubles(2, -5, 5).toArray();
        var optimum = Bfgs.minimise(VALLEY, start, 10);
        assertThat(optimum.isConverged()).isTrue();
        assertThat(optimum.isOnBound()).isFalse();
        assertThat(optimum.point()).allSatisfy(x -> assertThat(x).isCloseTo(1, within(1e-7)));
    }

    @Test
    void aMinimumOutsideTheBoxIsSoughtAlongItsEdge() {
        var optimum = Bfgs.minimise(VALLEY, new double[] {-0.3, 0.3}, 0.5);
        assertThat(optimum.isConverged()).isTrue();
        assertThat(optimum.isOnBound(1)).isFalse();
        assertThat(optimum.point().get(0)).isEqualTo(0.5);
        assertThat(optimum.point().get(1)).isCloseTo(0.25, within(1e-8));
    }

    @Test
    void aFunctionThatOnlyFallsEndsOnTheBound() {
        var optimum = Bfgs.minimise(
                (x, slope) -> {
                    slope[0] = -Math.exp(-x[0]);
                    return Math.exp(-x[0]);
                },
                new double[] {0},
                14);
        assertThat(optimum.isOnBound()).isTrue();
        assertThat(optimum.isConverged()).isTrue();
    }

    @Test
    void valuesThatAreNoNumbersAreSteppedAround() {
        var optimum = Bfgs.minimise(
                (x, slope) -> {
                    slope[0] = 2 * (x[0] - 1);
                    return x[0] > 2 ? Double.NaN : (x[0] - 1) * (x[0] - 1);
                },
                new double[] {-3},
                10);
        assertThat(optimum.point().get(0)).isCloseTo(1, within(1e-8));
    }
}
