package cartera.model.sales;

import cartera.model.forecast.Method;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is known in advance of the periods of each series of a company. */
final class CompanyDays {

    private final KnownDays company;
    private final Map<String, KnownDays> byCategory = new TreeMap<>();

    /**
     * The effects that the past shows.
     *
     * @param days working days of the past periods and of those to come
     */
    CompanyDays(List<SalesSeries> series, int[] days, int season, Method method) {
        SalesSeries whole = SalesSeries.company(series);
        Workdays workdays = Workdays.of(whole.values(), days, season, method);
        List<SalesSeries> nodes = Stream.concat(
                        Stream.of(whole), series.stream().filter(one -> one.isOf(SalesSeries.CATEGORY)))
                .map(one -> one.with(workdays.without(one.values())))
                .toList();
        List<KnownDays> nodeDays = Promotions.of(nodes, season).stream()
                .map(promotions -> new KnownDays(workdays, promotions))
                .toList();
        this.company = nodeDays.get(0);
        IntStream.range(1, nodes.size())
                .forEach(i -> byCategory.put(nodes.get(i).key(), nodeDays.get(i)));
    }

    /** Those of a series of its own, or of what it gets its part of. */
    KnownDays of(SalesSeries one) {
        boolean isProduct = one.isOf(SalesSeries.PRODUCT);
        return isProduct || one.isOf(SalesSeries.CATEGORY)
                ? byCategory.getOrDefault(isProduct ? one.parent() : one.key(), company)
                : company;
    }
}
