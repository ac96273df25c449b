package cartera.model.forecast;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Exponential smoothing, its form being chosen by the data.
 *
 * <p>Source: R. J. Hyndman, A. B. Koehler, R. D. Snyder, S. Grose, Int. J. Forecasting 18 (2002); Hyndman and others,
 * Forecasting with Exponential Smoothing (2008). Up to 24 steps the season is part of the model; a longer
 * one is taken out before and put back, shrunken by its reliability, because it would take more states than the series can tell.
 *
 * @param choice what is made of the fits of all forms
 */
record Ets(String name, Function<List<EtsFit>, Rule> choice) implements Method {

    /** The form with the smallest AICc. */
    static final Method SELECTED = new Ets("ets", Ets::best);

    /** All forms, weighted by AICc. */
    static final Method AVERAGED = new Ets("ets_average", Ets::average);

    private static final int LONGEST_SEASON = 24;
    private static final int FEWEST_VALUES = 5;
    private static final Method FALLBACK = new Ses();

    /**
     * Share of the evidence that counts in the weights. Akaike's weights take the errors of one step for independent
     * evidence about all steps; a quarter of it forecast better on yearly, quarterly and monthly sets of business series,
     * patients and travellers alike, and between an eighth and a half it hardly matters.
     */
    private static final double EVIDENCE = 0.25;

    private static final double NEGLIGIBLE_WEIGHT = 0.01;

    @Override
    public FittedMethod fit(Series series) {
        return Naive.isAllThatIsKnown(series, FEWEST_VALUES)
                ? FALLBACK.fit(series)
                : RuledMethod.scaled(name, series, this::rule);
    }

    private Rule rule(Series series) {
        if (series.season() <= LONGEST_SEASON) {
            return choice.apply(fits(series));
        }
        var season = SeasonalIndex.shrunken(series);
        return season.around(choice.apply(fits(season.adjusted(series).withoutSeason())));
    }

    private static List<EtsFit> fits(Series series) {
        return EtsFit.of(EtsForm.candidates(series.isPositive(), series.season() > 1), series);
    }

    private static Rule best(List<EtsFit> fits) {
        return fits.stream()
                .min(Comparator.comparingDouble(EtsFit::aicc))
                .orElseThrow()
                .model();
    }

    /** Source: K. P. Burnham and D. R. Anderson, Model Selection and Multimodel Inference (2002); S. Kolassa, Int. J. Forecasting 27 (2011). */
    private static Rule average(List<EtsFit> fits) {
        double least = fits.stream().mapToDouble(EtsFit::aicc).min().orElseThrow();
        var parts = fits.stream()
                .map(fit -> new Mixture.Part(fit.model(), Math.exp(-EVIDENCE * (fit.aicc() - least) / 2)))
                .filter(part -> part.weight() >= NEGLIGIBLE_WEIGHT)
                .toList();
        return new Mixture(parts);
    }
}
