package cartera.model.forecast;

/**
 * The parameters and first states of an exponential smoothing model as a point without bounds.
 *
 * <p>Coordinates: logits of alpha, of beta within 0 .. alpha, of gamma within 0 .. 1 - alpha and of the damping, each as
 * far as the form has it; then level, slope and all but the last seasonal state, which is what the others leave of the
 * sum of no season.
 */
final class EtsCoordinates {

    private static final double SMALLEST = 1e-4;
    private static final double LARGEST = 1 - SMALLEST;
    private static final double LEAST_DAMPING = 0.8;
    private static final double MOST_DAMPING = 0.98;

    private static final double FIRST_ALPHA = 0.5;
    private static final double FIRST_BETA_SHARE = 0.1;
    private static final double FIRST_GAMMA_SHARE = 0.05;
    private static final double FIRST_DAMPING_SHARE = 0.8;

    final EtsForm form;
    /** Seasonal states; 1 without a season. */
    final int places;

    final int size;
    final int atBeta;
    final int atGamma;
    final int atDamping;
    final int atLevel;
    final int atSlope;
    final int atSeason;

    double alpha;
    double beta;
    double gamma;
    double damping = 1;
    double level;
    double slope;
    /** Seasonal states by place; they move on with the series. */
    final double[] season;

    /** Derivative of alpha by its own coordinate; so for the others. */
    double alphaTurn;

    double betaTurn;
    double gammaTurn;
    double dampingTurn;
    /** Derivative of beta by the coordinate of alpha; so for gamma. */
    double betaByAlpha;

    double gammaByAlpha;

    EtsCoordinates(EtsForm form, int seasonLength) {
        this.form = form;
        this.places = form.isSeasonal() ? seasonLength : 1;
        int at = 1;
        this.atBeta = form.hasTrend() ? at++ : -1;
        this.atGamma = form.isSeasonal() ? at++ : -1;
        this.atDamping = form.isDamped() ? at++ : -1;
        this.atLevel = at++;
        this.atSlope = form.hasTrend() ? at++ : -1;
        this.atSeason = at;
        this.size = at + places - 1;
        this.season = new double[places];
    }

    /** A point with usual parameters and the given first states. */
    double[] start(double firstLevel, double firstSlope, double[] index) {
        double[] point = new double[size];
        point[0] = logit(FIRST_ALPHA);
        point[atLevel] = firstLevel;
        if (form.hasTrend()) {
            point[atBeta] = logit(FIRST_BETA_SHARE);
            point[atSlope] = firstSlope;
        }
        if (form.isDamped()) {
            point[atDamping] = logit(FIRST_DAMPING_SHARE);
        }
        if (form.isSeasonal()) {
            point[atGamma] = logit(FIRST_GAMMA_SHARE);
            System.arraycopy(index, 0, point, atSeason, places - 1);
        }
        return point;
    }

    /** Takes parameters, first states and derivatives from a point. */
    void place(double[] point) {
        double share = logistic(point[0]);
        alpha = SMALLEST + (LARGEST - SMALLEST) * share;
        alphaTurn = (LARGEST - SMALLEST) * share * (1 - share);
        level = point[atLevel];
        if (form.hasTrend()) {
            placeTrend(point);
        }
        if (form.isSeasonal()) {
            placeSeason(point);
        }
    }

    private void placeTrend(double[] point) {
        double share = logistic(point[atBeta]);
        beta = SMALLEST + (alpha - SMALLEST) * share;
        betaTurn = (alpha - SMALLEST) * share * (1 - share);
        betaByAlpha = alphaTurn * share;
        slope = point[atSlope];
        if (form.isDamped()) {
            double left = logistic(point[atDamping]);
            damping = LEAST_DAMPING + (MOST_DAMPING - LEAST_DAMPING) * left;
            dampingTurn = (MOST_DAMPING - LEAST_DAMPING) * left * (1 - left);
        }
    }

    private void placeSeason(double[] point) {
        double share = logistic(point[atGamma]);
        gamma = SMALLEST + (LARGEST - alpha) * share;
        gammaTurn = (LARGEST - alpha) * share * (1 - share);
        gammaByAlpha = -alphaTurn * share;
        double rest = places * form.season().neutral();
        for (int i = 0; i < places - 1; i++) {
            season[i] = point[atSeason + i];
            rest -= season[i];
        }
        season[places - 1] = rest;
    }

    EtsModel model(double[] point) {
        place(point);
        return new EtsModel(form, alpha, beta, gamma, damping, level, slope, season.clone());
    }

    private static double logistic(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    private static double logit(double share) {
        return Math.log(share / (1 - share));
    }
}
