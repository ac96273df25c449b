package cartera.model.forecast;

import cartera.model.forecast.EtsForm.Noise;
import cartera.model.forecast.SeasonalIndex.Form;
import java.util.Arrays;

/**
 * One-step errors of an exponential smoothing model by its parameters and first states, scaled so that their sum of
 * squares is the likelihood: -2 log L = n ln sum. For multiplicative errors these are the relative errors times the
 * geometric mean of the one-step forecasts.
 *
 * <p>Source: Hyndman and others, Forecasting with Exponential Smoothing (2008), section 5.1. The linearisation carries the
 * derivatives of the states ("turns") forward with the states.
 */
final class EtsResiduals implements LeastSquares.Residuals {

    private static final double SMALLEST_PRODUCT = 1e-100;
    private static final double LARGEST_PRODUCT = 1e100;

    private final EtsCoordinates at;
    private final Form form;
    private final boolean isRelative;
    private final double[] values;
    private final int size;

    private final double[] levelTurn;
    private final double[] slopeTurn;
    private final double[] seasonTurn;
    private final double[] meanTurn;
    private final double[] logTurn;
    private final double[] polynomial;

    EtsResiduals(EtsCoordinates coordinates, double[] values) {
        this.at = coordinates;
        this.form = coordinates.form.season();
        this.isRelative = coordinates.form.noise() == Noise.MULTIPLICATIVE;
        this.values = values;
        this.size = coordinates.size;
        this.levelTurn = new double[size];
        this.slopeTurn = new double[size];
        this.seasonTurn = new double[size * coordinates.places];
        this.meanTurn = new double[size];
        this.logTurn = new double[size];
        this.polynomial = new double[coordinates.places + 2];
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public double sum(double[] point) {
        at.place(point);
        return isAdmissible() ? sum() : Double.POSITIVE_INFINITY;
    }

    /** The usual bounds imply it, unless season and trend go together. */
    private boolean isAdmissible() {
        return !(at.form.isSeasonal() && at.form.hasTrend())
                || Admissible.isSeasonal(at.alpha, at.beta, at.gamma, at.damping, at.places, polynomial);
    }

    private double sum() {
        double level = at.level;
        double slope = at.slope;
        double sum = 0;
        double product = 1;
        double logs = 0;
        int place = 0;
        for (double value : values) {
            double base = level + at.damping * slope;
            double index = at.season[place];
            double mean = form == Form.NONE ? base : form == Form.ADDITIVE ? base + index : base * index;
            double residual = value - mean;
            double change = form == Form.MULTIPLICATIVE ? residual / index : residual;
            double drift = form == Form.MULTIPLICATIVE ? residual / base : residual;
            if (isRelative) {
                if (!(mean > 0 && base > 0)) {
                    return Double.POSITIVE_INFINITY;
                }
                residual /= mean;
                product *= mean;
                // one logarithm for many steps
                if (!(product > SMALLEST_PRODUCT && product < LARGEST_PRODUCT)) {
                    logs += Math.log(product);
                    product = 1;
                }
            }
            sum += residual * residual;
            level = base + at.alpha * change;
            slope = at.damping * slope + at.beta * change;
            at.season[place] = index + at.gamma * drift;
            place = place + 1 == at.places ? 0 : place + 1;
        }
        double scaled = isRelative ? sum * Math.exp(2 * (logs + Math.log(product)) / values.length) : sum;
        return scaled >= 0 ? scaled : Double.POSITIVE_INFINITY;
    }

    @Override
    public double linearise(double[] point, double[] normal, double[] gradient) {
        at.place(point);
        Arrays.fill(normal, 0);
        Arrays.fill(gradient, 0);
        startTurns();
        double level = at.level;
        double slope = at.slope;
        double sum = 0;
        double logs = 0;
        int place = 0;
        for (double value : values) {
            double base = level + at.damping * slope;
            turnBase(slope);
            double index = at.season[place];
            double mean = form == Form.NONE ? base : form == Form.ADDITIVE ? base + index : base * index;
            double residual = value - mean;
            double change = form == Form.MULTIPLICATIVE ? residual / index : residual;
            double drift = form == Form.MULTIPLICATIVE ? residual / base : residual;
            turn(place * size, base, index, residual);
            if (isRelative) {
                logs += Math.log(mean);
                add(1 / mean, meanTurn, logTurn);
                residual /= mean;
                accumulate(normal, gradient, -value / (mean * mean), residual);
            } else {
                accumulate(normal, gradient, -1, residual);
            }
            sum += residual * residual;
            level = base + at.alpha * change;
            slope = at.damping * slope + at.beta * change;
            at.season[place] = index + at.gamma * drift;
            place = place + 1 == at.places ? 0 : place + 1;
        }
        return isRelative ? relative(sum, logs, normal, gradient) : sum;
    }

    private void startTurns() {
        Arrays.fill(levelTurn, 0);
        Arrays.fill(slopeTurn, 0);
        Arrays.fill(seasonTurn, 0);
        Arrays.fill(logTurn, 0);
        levelTurn[at.atLevel] = 1;
        if (at.form.hasTrend()) {
            slopeTurn[at.atSlope] = 1;
        }
        for (int i = 0; i < at.places - 1; i++) {
            seasonTurn[i * size + at.atSeason + i] = 1;
            seasonTurn[(at.places - 1) * size + at.atSeason + i] = -1;
        }
    }

    /** Turns of level + damping x slope, in the place of the level's; the slope's become those of damping x slope. */
    private void turnBase(double slope) {
        if (at.form.hasTrend()) {
            for (int k = 0; k < size; k++) {
                slopeTurn[k] *= at.damping;
            }
            if (at.form.isDamped()) {
                slopeTurn[at.atDamping] += at.dampingTurn * slope;
            }
            add(1, slopeTurn, levelTurn);
        }
    }

    private void turn(int from, double base, double index, double residual) {
        switch (form) {
            case NONE -> {
                System.arraycopy(levelTurn, 0, meanTurn, 0, size);
                turnStates(residual);
            }
            case ADDITIVE -> {
                turnAdditive(from);
                turnStates(residual);
                turnGamma(from, residual);
            }
            case MULTIPLICATIVE -> {
                turnMultiplicative(from, base, index, residual);
                turnParameters(residual / index);
                turnGamma(from, residual / base);
            }
        }
    }

    private void turnAdditive(int from) {
        for (int k = 0; k < size; k++) {
            double turn = levelTurn[k] + seasonTurn[from + k];
            meanTurn[k] = turn;
            seasonTurn[from + k] -= at.gamma * turn;
        }
    }

    private void turnStates(double change) {
        add(-at.alpha, meanTurn, levelTurn);
        if (at.form.hasTrend()) {
            add(-at.beta, meanTurn, slopeTurn);
        }
        turnParameters(change);
    }

    private void turnMultiplicative(int from, double base, double index, double residual) {
        double change = residual / index;
        double drift = residual / base;
        double perIndex = 1 / index;
        double gammaPerBase = at.gamma / base;
        double alpha = at.alpha;
        double beta = at.beta;
        for (int k = 0; k < size; k++) {
            double baseTurn = levelTurn[k];
            double indexTurn = seasonTurn[from + k];
            double turn = index * baseTurn + base * indexTurn;
            double changeTurn = -(turn + change * indexTurn) * perIndex;
            meanTurn[k] = turn;
            levelTurn[k] = baseTurn + alpha * changeTurn;
            slopeTurn[k] += beta * changeTurn;
            seasonTurn[from + k] = indexTurn - gammaPerBase * (turn + drift * baseTurn);
        }
    }

    private void turnParameters(double change) {
        levelTurn[0] += at.alphaTurn * change;
        if (at.form.hasTrend()) {
            slopeTurn[0] += at.betaByAlpha * change;
            slopeTurn[at.atBeta] += at.betaTurn * change;
        }
    }

    private void turnGamma(int from, double drift) {
        seasonTurn[from] += at.gammaByAlpha * drift;
        seasonTurn[from + at.atGamma] += at.gammaTurn * drift;
    }

    private void accumulate(double[] normal, double[] gradient, double factor, double error) {
        double square = factor * factor;
        for (int i = 0; i < size; i++) {
            double turn = square * meanTurn[i];
            int row = i * size;
            for (int k = 0; k <= i; k++) {
                normal[row + k] += turn * meanTurn[k];
            }
        }
        add(factor * error, meanTurn, gradient);
    }

    /** Takes the geometric mean of the one-step forecasts, and its derivatives, into account. */
    private double relative(double sum, double logs, double[] normal, double[] gradient) {
        double scale = Math.exp(2 * logs / values.length);
        for (int k = 0; k < size; k++) {
            logTurn[k] /= values.length;
        }
        for (int i = 0; i < size; i++) {
            for (int k = 0; k <= i; k++) {
                double mixed = gradient[i] * logTurn[k] + gradient[k] * logTurn[i] + sum * logTurn[i] * logTurn[k];
                normal[i * size + k] = scale * (normal[i * size + k] + mixed);
            }
        }
        for (int k = 0; k < size; k++) {
            gradient[k] = scale * (gradient[k] + sum * logTurn[k]);
        }
        return sum * scale;
    }

    private static void add(double factor, double[] from, double[] to) {
        for (int k = 0; k < to.length; k++) {
            to[k] += factor * from[k];
        }
    }
}
