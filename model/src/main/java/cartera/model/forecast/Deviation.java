package cartera.model.forecast;

/**
 * A finding in roots of values.
 *
 * @param usual what was usual before or around it
 * @param size what it adds to that
 */
record Deviation(int position, double usual, double size) {

    static double root(double value) {
        return Math.signum(value) * Math.sqrt(Math.abs(value));
    }

    private static double value(double root) {
        return root * Math.abs(root);
    }

    /** Whether it changes the usual value, not its root, by this share at least. */
    boolean isShare(double least) {
        return Math.abs(value(usual + size) - value(usual)) >= least * Math.abs(value(usual));
    }

    Deviation higher(double level) {
        return new Deviation(position, usual + level, size);
    }

    SeriesFinding finding(SeriesFinding.Kind kind, int start) {
        return new SeriesFinding(kind, start + position, value(usual + size) - value(usual), value(usual));
    }
}
