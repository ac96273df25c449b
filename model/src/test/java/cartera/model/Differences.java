package cartera.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cartera.model.fit.Likelihood;
import java.util.Random;

/** Analytic gradients held against central differences. */
public final class Differences {

    private static final double STEP = 1e-5;

    private Differences() {}

    /** Holds at random parameters between 0.2 and 7. */
    public static void assertGradient(Likelihood likelihood, int parameters, Random random) {
        double[] point = random.doubles(parameters, -1.6, 2).map(Math::exp).toArray();
        double[] sums = likelihood.at(point);
        for (int i = 0; i < parameters; i++) {
            double step = STEP * point[i];
            double above = value(likelihood, point, i, step);
            double below = value(likelihood, point, i, -step);
            double rounding = Math.abs(sums[0]) / point[i];
            assertThat(sums[i + 1])
                    .as("derivative %d at %s", i, point)
                    .isCloseTo((above - below) / (2 * step), within(1e-7 * (Math.abs(sums[i + 1]) + rounding)));
        }
    }

    private static double value(Likelihood likelihood, double[] point, int parameter, double step) {
        double[] moved = point.clone();
        moved[parameter] += step;
        return likelihood.at(moved)[0];
    }
}
