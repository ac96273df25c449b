package cartera.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cartera.model.fit.Objective;

/** Analytic gradients held against central differences. */
public final class Differences {

    private static final double STEP = 1e-5;

    private Differences() {}

    public static void assertGradient(Objective objective, double[] point) {
        double[] gradient = new double[point.length];
        objective.value(point, gradient);
        for (int i = 0; i < point.length; i++) {
            double difference = (value(objective, point, i, STEP) - value(objective, point, i, -STEP)) / (2 * STEP);
            assertThat(gradient[i])
                    .as("derivative %d at %s", i, point)
                    .isCloseTo(difference, within(1e-8 * (1 + Math.abs(difference) + Math.abs(gradient[i])) * 10));
        }
    }

    private static double value(Objective objective, double[] point, int coordinate, double step) {
        double[] moved = point.clone();
        moved[coordinate] += step;
        return objective.value(moved, new double[point.length]);
    }
}
