package cartera.model.forecast;

import cartera.model.forecast.SeasonalIndex.Form;
import java.util.ArrayList;
import java.util.List;

/** Which components an exponential smoothing model has, and how its error joins them. */
record EtsForm(Noise noise, Trend trend, Form season) {

    /** Whether errors are of one size, or grow with the level. */
    enum Noise {
        ADDITIVE("A"),
        MULTIPLICATIVE("M");

        private final String letter;

        Noise(String letter) {
            this.letter = letter;
        }
    }

    enum Trend {
        NONE("N"),
        ADDITIVE("A"),
        DAMPED("Ad");

        private final String letter;

        Trend(String letter) {
            this.letter = letter;
        }
    }

    /**
     * The forms worth trying on a series of {@code season} steps, simplest first: six without a season and nine with one.
     *
     * <p>Left out are multiplicative trends, which explode, and additive errors beside a multiplicative season, which have
     * infinite variance where the season is near zero (Hyndman and others 2008, section 4.3).
     */
    static List<EtsForm> candidates(boolean isPositive, boolean isSeasonal) {
        var forms = new ArrayList<EtsForm>();
        for (var season : isSeasonal ? Form.values() : new Form[] {Form.NONE}) {
            for (var trend : Trend.values()) {
                for (var noise : Noise.values()) {
                    var form = new EtsForm(noise, trend, season);
                    if (form.isStable() && (isPositive || form.isAdditive())) {
                        forms.add(form);
                    }
                }
            }
        }
        return forms;
    }

    boolean isSeasonal() {
        return season != Form.NONE;
    }

    boolean hasTrend() {
        return trend != Trend.NONE;
    }

    boolean isDamped() {
        return trend == Trend.DAMPED;
    }

    private boolean isAdditive() {
        return noise == Noise.ADDITIVE;
    }

    private boolean isStable() {
        return season != Form.MULTIPLICATIVE || noise == Noise.MULTIPLICATIVE;
    }

    /** Number of smoothing parameters. */
    int parameters() {
        return 1 + (hasTrend() ? 1 : 0) + (isDamped() ? 1 : 0) + (isSeasonal() ? 1 : 0);
    }

    /** Number of free initial states: the seasonal ones are held to their mean. */
    int states(int seasonLength) {
        return 1 + (hasTrend() ? 1 : 0) + (isSeasonal() ? seasonLength - 1 : 0);
    }

    @Override
    public String toString() {
        String letter = season == Form.NONE ? "N" : season == Form.ADDITIVE ? "A" : "M";
        return "ETS(%s,%s,%s)".formatted(noise.letter, trend.letter, letter);
    }
}
