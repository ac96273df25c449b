package cartera.model.sales;

import cartera.model.forecast.Method;
import cartera.model.forecast.Series;
import cartera.model.forecast.SeriesFinding;
import cartera.model.forecast.SeriesFindings;
import java.util.List;

/**
 * Outliers and level shifts of a company's sales, once working days and promotions are taken out as in its forecasts. A period of few working days is no outlier: the calendar
 * says why.
 */
public final class SalesFindings {

    private final Method method;
    private final int season;

    /**
     * Findings beside a method's forecasts.
     *
     * @param method by which the effect of working days is judged
     * @param season periods in a season
     */
    public SalesFindings(Method method, int season) {
        this.method = method;
        this.season = season;
    }

    /**
     * The findings of all series, in their order and that of time.
     *
     * @param series one of them of the company; all of one length
     * @param days working days of the past periods, and of more
     */
    public List<SalesFinding> of(List<SalesSeries> series, int[] days) {
        CompanyDays known = new CompanyDays(series, days, season, method);
        return series.parallelStream()
                .flatMap(one -> SeriesFindings.of(Series.of(known.of(one).without(one.values()), season)).stream()
                        .filter(finding -> !isHoliday(finding, days, one.values().length))
                        .map(finding -> finding(one, finding, known.of(one))))
                .toList();
    }

    private static boolean isHoliday(SeriesFinding finding, int[] days, int past) {
        return finding.kind() == SeriesFinding.Kind.OUTLIER && days[finding.position()] < Workdays.few(days, past);
    }

    private static SalesFinding finding(SalesSeries one, SeriesFinding finding, KnownDays days) {
        int at = finding.position();
        boolean isShift = finding.kind() == SeriesFinding.Kind.LEVEL_SHIFT;
        return new SalesFinding(
                one.level(),
                one.key(),
                finding.kind(),
                at,
                isShift ? Math.max(0, finding.usual() + finding.size()) : one.values()[at],
                Math.max(0, isShift ? finding.usual() : finding.usual() * days.factor(at)));
    }
}
