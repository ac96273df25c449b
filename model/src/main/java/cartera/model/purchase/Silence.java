package cartera.model.purchase;

/**
 * The sum over 0 .. k - 1 steps gone since the last purchase, {@code S = sum_j (shape)_j / j! time^j}, with its
 * derivatives: by how much silence is likelier when a gap takes k steps instead of one.
 */
final class Silence {

    private double sum = 1;
    private double byShape;
    private double byLogTime;

    /** {@code time} is the silence over alpha + age. */
    Silence(int k, double shape, double time) {
        double term = 1;
        double harmonic = 0;
        for (int j = 1; j < k; j++) {
            term *= (shape + j - 1) / j * time;
            harmonic += 1 / (shape + j - 1);
            sum += term;
            byShape += term * harmonic;
            byLogTime += term * j;
        }
    }

    double logarithm() {
        return sum == 1 ? 0 : Math.log(sum);
    }

    /** Derivative of the logarithm by shape. */
    double byShape() {
        return byShape / sum;
    }

    /** Derivative of the logarithm by ln time. */
    double byLogTime() {
        return byLogTime / sum;
    }
}
