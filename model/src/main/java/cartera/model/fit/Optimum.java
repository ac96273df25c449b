package cartera.model.fit;

import java.util.List;

/**
 * Where a search ended.
 *
 * @param point coordinates of the smallest value found
 * @param bound largest absolute coordinate the search allowed
 * @param isConverged whether the gradient vanishes there, apart from coordinates held by the bound
 */
public record Optimum(List<Double> point, double value, int iterations, boolean isConverged, double bound) {

    /** Whether coordinate {@code i} lies on the bound. */
    public boolean isOnBound(int i) {
        return Math.abs(point.get(i)) >= bound;
    }

    /** Whether any coordinate lies on the bound. */
    public boolean isOnBound() {
        return point.stream().anyMatch(coordinate -> Math.abs(coordinate) >= bound);
    }

    /** The coordinates as a fresh array. */
    public double[] coordinates() {
        return point.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
