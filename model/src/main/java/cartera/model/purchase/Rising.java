package cartera.model.purchase;

/**
 * Rising factorials of one base, as tables over whole n: ln (base)_n = ln G(base+n) - ln G(base), and its derivative
 * psi(base+n) - psi(base).
 */
final class Rising {

    private final double[] logarithms;
    private final double[] derivatives;

    private Rising(double[] logarithms, double[] derivatives) {
        this.logarithms = logarithms;
        this.derivatives = derivatives;
    }

    /** Tables for n = 0 .. {@code most}. */
    static Rising of(double base, int most) {
        double[] logarithms = new double[most + 1];
        double[] derivatives = new double[most + 1];
        for (int n = 1; n <= most; n++) {
            logarithms[n] = logarithms[n - 1] + Math.log(base + n - 1);
            derivatives[n] = derivatives[n - 1] + 1 / (base + n - 1);
        }
        return new Rising(logarithms, derivatives);
    }

    double logarithm(int n) {
        return logarithms[n];
    }

    double derivative(int n) {
        return derivatives[n];
    }
}
