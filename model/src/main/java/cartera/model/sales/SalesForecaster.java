package cartera.model.sales;

import static cartera.model.sales.SalesSeries.CATEGORY;
import static cartera.model.sales.SalesSeries.COMPANY;
import static cartera.model.sales.SalesSeries.PRODUCT;

import cartera.model.forecast.Bands;
import cartera.model.forecast.FittedMethod;
import cartera.model.forecast.Method;
import cartera.model.forecast.Methods;
import cartera.model.forecast.PooledScores;
import cartera.model.forecast.Series;
import cartera.model.forecast.SeriesForecast;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Forecasts all series of a company so that they add up: the tree of categories is reconciled with the company by MinT; goods
 * share what their category gets, and managers, cities and other divisions of the whole what the company gets, in proportion
 * to their own forecasts.
 *
 * <p>Source for the shares: G. Athanasopoulos, R. A. Ahmed and R. J. Hyndman, Hierarchical forecasts for Australian domestic
 * tourism, International Journal of Forecasting 25 (2009), "forecasted proportions".
 */
public final class SalesForecaster {

    /** Earlier origins that sums are judged by. */
    private static final int ORIGINS = 30;

    private final Method method;
    private final int season;

    /**
     * A forecaster by a method.
     *
     * @param season periods in a season
     */
    public SalesForecaster(Method method, int season) {
        this.method = method;
        this.season = season;
    }

    /**
     * Forecasts of all series, in their order.
     *
     * @param series one of them of the company; all of one length
     * @param days working days of the past periods, then of those to forecast
     */
    public List<SalesForecast> forecast(List<SalesSeries> series, int[] days) {
        return new Company(series, days).forecasts();
    }

    private final class Company {

        private final List<SalesSeries> series;
        private final int past;
        private final int steps;
        private final CompanyDays days;

        Company(List<SalesSeries> series, int[] days) {
            this.series = series;
            this.past = SalesSeries.company(series).values().length;
            this.steps = days.length - past;
            this.days = new CompanyDays(series, days, season, method);
        }

        List<SalesForecast> forecasts() {
            if (steps == 0) {
                return List.of();
            }
            List<FittedMethod> fits = series.parallelStream()
                    .map(one -> method.fit(Series.of(days.of(one).without(one.values()), season)))
                    .toList();
            List<Bands> bands = bands(fits.parallelStream()
                    .map(fitted -> SeriesForecast.of(fitted, steps))
                    .toList());
            List<SalesNode> nodes = IntStream.range(0, fits.size())
                    .mapToObj(i ->
                            new SalesNode(series.get(i), new Own(fits.get(i), bands.get(i), days.of(series.get(i)))))
                    .toList();
            settle(nodes);
            return nodes.stream().map(this::forecast).toList();
        }

        /** Series of one level learn from each other how far forecasts go astray. */
        private List<Bands> bands(List<SeriesForecast> forecasts) {
            Map<String, PooledScores> byLevel = new TreeMap<>();
            return IntStream.range(0, forecasts.size())
                    .mapToObj(i -> byLevel.computeIfAbsent(
                                    series.get(i).level(), level -> PooledScores.of(ofLevel(level, forecasts)))
                            .bands(forecasts.get(i)))
                    .toList();
        }

        private List<SeriesForecast> ofLevel(String level, List<SeriesForecast> forecasts) {
            return IntStream.range(0, forecasts.size())
                    .filter(i -> series.get(i).isOf(level))
                    .mapToObj(forecasts::get)
                    .toList();
        }

        private void settle(List<SalesNode> nodes) {
            SalesTree tree = new SalesTree(nodes.stream()
                    .filter(node -> node.series.isOf(COMPANY) || node.series.isOf(CATEGORY))
                    .toList());
            tree.settle(steps);
            Map<String, List<SalesNode>> siblings = new TreeMap<>();
            nodes.stream()
                    .filter(node -> !node.series.isOf(COMPANY) && !node.series.isOf(CATEGORY))
                    .forEach(node -> siblings.computeIfAbsent(family(node.series), key -> new ArrayList<>())
                            .add(node));
            siblings.values().forEach(some -> Shares.settle(some, whole(some.get(0).series, tree)));
        }

        private String family(SalesSeries one) {
            return one.isOf(PRODUCT) ? one.level() + '/' + one.parent() : one.level();
        }

        private long[] whole(SalesSeries one, SalesTree tree) {
            return one.isOf(PRODUCT) ? tree.ownUnits(one.parent()) : tree.companyUnits();
        }

        private SalesForecast forecast(SalesNode node) {
            SalesSeries one = node.series;
            double[] mid =
                    Arrays.stream(node.units).mapToDouble(unit -> unit / 100.0).toArray();
            double[] naive = Methods.of("seasonal_naive")
                    .fit(Series.of(one.values(), season))
                    .forecast(steps);
            return new SalesForecast(
                    one.level(),
                    one.key(),
                    node.own.fitted().method(),
                    node.own.around(mid),
                    naive,
                    node.own.totalErrors(steps, ORIGINS));
        }
    }
}
