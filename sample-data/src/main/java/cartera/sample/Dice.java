package cartera.sample;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Seeded chance. Each subject (one customer's orders, one customer's name) has a stream of its own, so that a change in one
 * leaves the others as they were.
 *
 * <p>Only {@link SplittableRandom#nextLong()} and {@link StrictMath} are used: the same numbers on every machine.
 */
final class Dice {

    private static final long SEED = 33;

    private final SplittableRandom random;

    private Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The stream of a subject, say {@code of("orders", "C0001")}. */
    static Dice of(String... subject) {
        long hash = 0xcbf29ce484222325L ^ SEED;
        for (char letter : String.join("/", subject).toCharArray()) {
            hash = (hash ^ letter) * 0x100000001b3L;
        }
        return new Dice(hash);
    }

    /** Uniform in [0, 1). */
    double uniform() {
        return (random.nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Uniform in 0 .. bound - 1. */
    int below(int bound) {
        return (int) (uniform() * bound);
    }

    /** Uniform in low .. high, both included. */
    int between(int low, int high) {
        return low + below(high - low + 1);
    }

    boolean chance(double probability) {
        return uniform() < probability;
    }

    <T> T pick(List<T> items) {
        return items.get(below(items.size()));
    }

    /** An index with a probability proportional to its weight. */
    int weighted(double[] weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double left = uniform() * total;
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    double exponential(double mean) {
        return -mean * StrictMath.log(1 - uniform());
    }

    /** Gamma by G. Marsaglia and W. W. Tsang, A simple method for generating gamma variables, ACM TOMS 26 (2000) 363. */
    double gamma(double shape, double mean) {
        if (shape < 1) {
            double boost = StrictMath.pow(1 - uniform(), 1 / shape);
            return gamma(shape + 1, mean * (shape + 1) / shape) * boost;
        }
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = normal();
            double v = StrictMath.pow(1 + c * x, 3);
            if (v > 0 && StrictMath.log(1 - uniform()) < x * x / 2 + d - d * v + d * StrictMath.log(v)) {
                return d * v * mean / shape;
            }
        }
    }

    /** Poisson by multiplication of uniforms (D. E. Knuth, TAOCP vol. 2, 3.4.1); for small means. */
    int poisson(double mean) {
        double limit = StrictMath.exp(-mean);
        int count = 0;
        for (double product = uniform(); product > limit; product *= uniform()) {
            count++;
        }
        return count;
    }

    /** A GUID as 1C writes it. */
    String guid() {
        String hex = String.format(Locale.ROOT, "%016x%016x", random.nextLong(), random.nextLong());
        return String.join(
                "-",
                hex.substring(0, 8),
                hex.substring(8, 12),
                hex.substring(12, 16),
                hex.substring(16, 20),
                hex.substring(20));
    }

    private double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
    }
}
