package cartera.model.forecast;

import java.util.List;

/** The weighted mean of rules. */
record Mixture(List<Part> parts) implements Rule {

    /** A rule and its weight, which need not be a share. */
    record Part(Rule rule, double weight) {}

    @Override
    public double[] forecast(Series seen, int steps) {
        double[] mean = new double[steps];
        for (var part : parts) {
            double[] forecast = part.rule.forecast(seen, steps);
            double share = part.weight / total();
            for (int step = 0; step < steps; step++) {
                mean[step] += share * forecast[step];
            }
        }
        return mean;
    }

    @Override
    public double parameters() {
        return parts.stream()
                .mapToDouble(part -> part.weight / total() * part.rule.parameters())
                .sum();
    }

    private double total() {
        return parts.stream().mapToDouble(Part::weight).sum();
    }
}
