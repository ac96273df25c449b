package cartera.model.fit;

/**
 * What a fit minimises: the mean negative log-likelihood in the logarithms of the parameters, which are then free of
 * signs and of about the same scale.
 */
record MeanLoss(Likelihood likelihood, long observations) implements Objective {

    @Override
    public double value(double[] logParameters, double[] gradient) {
        double[] parameters = new double[logParameters.length];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = Math.exp(logParameters[i]);
        }
        double[] sums = likelihood.at(parameters);
        double count = Math.max(1, observations);
        for (int i = 0; i < parameters.length; i++) {
            gradient[i] = -sums[i + 1] * parameters[i] / count;
        }
        return -sums[0] / count;
    }
}
