package cartera.model.forecast;

import java.util.List;

/** The weighted mean of rules. */
record Mixture(List<Part> parts) implements Rule {

    /** A rule and its weight, which need not be a share. */
    record Part(Rule rule, double weight) {}

    @Override
    public double[] forecast(Series seen, int steps) {
        double total = parts.stream().mapToDouble(Part::weight).sum();
        double[] mean = new double[steps];
        for (var part : parts) {
            double[] forecast = part.rule.forecast(seen, steps);
            for (int step = 0; step < steps; step++) {
                mean[step] += part.weight / total * forecast[step];
            }
        }
        return mean;
    }
}
