package cartera.jobs.score;

import cartera.jobs.engine.Row;
import cartera.jobs.engine.TableStep;
import cartera.model.forecast.Methods;
import cartera.model.sales.SalesFinding;
import cartera.model.sales.SalesFindings;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * Outliers and level shifts of past sales at all levels.
 *
 * <p>Row: as for {@link ForecastSales}.
 */
public final class FindUnusualSales implements TableStep {

    private static final Row.Header FINDING =
            Row.Header.named("step", "level", "key", "period_on", "kind", "amount", "expected");

    @Override
    public List<Row> apply(Iterator<Row> rows) {
        ForecastSettings settings = new ForecastSettings();
        List<Row> findings = new ArrayList<>();
        for (SalesFacts facts : SalesFacts.of(settings.noting(rows))) {
            new SalesFindings(Methods.of(ForecastSales.METHOD), settings.season(facts))
                    .of(settings.wanted(facts.series()), facts.days()).stream()
                            .filter(finding -> settings.isWanted(finding.level()))
                            .forEach(finding -> findings.add(row(finding, facts)));
        }
        return findings;
    }

    private static Row row(SalesFinding finding, SalesFacts facts) {
        return FINDING.row(
                facts.step(),
                finding.level(),
                finding.key(),
                facts.periods().get(finding.period()),
                finding.kind().name().toLowerCase(Locale.ROOT),
                ForecastSales.money(finding.amount()),
                ForecastSales.money(finding.usual()));
    }
}
