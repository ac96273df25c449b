package cartera.reports.weekly;

import static org.assertj.core.api.Assertions.assertThat;

import cartera.reports.Row;
import cartera.reports.text.Language;
import cartera.reports.text.Scale;
import java.math.BigDecimal;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ForecastTest {

    private static final Predicate<Row> TOTAL = row -> row.code("part").equals("total");
    private static final Predicate<Row> COMPANY = row -> row.code("level").equals("company");

    @Test
    void theTitleSaysTheForecastAgainstPlan() {
        assertThat(words(Fixture.wholesale(), "ru").title().text())
                .isEqualTo("Прогноз на 13 недель — 542\u00a0млн\u00a0₽, на 14,4\u00a0млн\u00a0₽ ниже плана");
    }

    @Test
    void aPlanBeyondTheLimitsIsSaidToBeUnlikely() {
        Fixture fixture = Fixture.wholesale().set("forecast_part", "high_80", new BigDecimal("550000000"), TOTAL);

        assertThat(words(fixture, "es").title().text()).endsWith("bajo el plan; el plan es improbable");
    }

    @Test
    void oneWeekWithoutPlanIsNotCompared() {
        Fixture fixture = Fixture.wholesale()
                .unknown(
                        "forecast_week",
                        "plan",
                        row -> row.day("period_on").toString().equals("2026-12-07"));

        assertThat(words(fixture, "en").title().text()).isEqualTo("Forecast for 13 weeks: 542m\u00a0₽");
    }

    @Test
    void growthIsStatedWithItsUncertainty() {
        assertThat(words(Fixture.wholesale(), "ru").lines().get(0).text())
                .isEqualTo(
                        "Продажи растут: к тем же неделям прошлого года +4,7\u00a0%, в четырёх случаях из пяти от +0,2\u00a0% до +9,1\u00a0%");
    }

    @Test
    void growthThatMayAsWellBeDeclineIsCalledUnclear() {
        Fixture fixture = Fixture.wholesale()
                .set("forecast_part", "direction", "unclear", TOTAL)
                .set("forecast_part", "growth_low", -0.021, TOTAL);

        assertThat(words(fixture, "en").lines().get(0).text())
                .startsWith("Growth or decline is not clear yet: +4.7%")
                .contains("between \u22122.1% and +9.1%");
    }

    @Test
    void theMonthIsSaidWithItsChance() {
        assertThat(words(Fixture.wholesale(), "es").lines().get(1).text())
                .isEqualTo(
                        "Noviembre: pronóstico 178\u00a0M\u00a0₽, plan 185\u00a0M\u00a0₽; probabilidad de cumplirlo, 7,1\u00a0%");
    }

    @Test
    void whatWasUnusualIsSaidWithItsDateAndSize() {
        assertThat(words(Fixture.wholesale(), "en").unusual())
                .extracting(unusual -> unusual.when() + ": " + unusual.what().text())
                .containsExactly(
                        "Week of 5 Oct 2026: sales 41% above what was usual",
                        "Since 3 Aug 2026: the level of sales is 18% lower");
    }

    @Test
    void aMonthIsCalledOne() {
        Fixture fixture = Fixture.wholesale().set("forecast_finding", "step", "month", row -> true);

        assertThat(words(fixture, "ru").unusual())
                .extracting(ForecastWords.Unusual::when)
                .containsExactly("Месяц с 05.10.2026", "С 03.08.2026");
    }

    @Test
    void theRecordCountsWhoWasNearest() {
        Fixture fixture = Fixture.wholesale().set("forecast_origin", "best", "naive", row -> true);

        assertThat(words(fixture, "en").record().text())
                .isEqualTo("Nearest to what came: forecast 0 times of 8, last year 8, plan 0");
    }

    @Test
    void whereLastYearWinsItIsUsedAndSaidSo() {
        Fixture fixture = Fixture.wholesale().set("forecast_record_summary", "used", "naive", COMPANY);

        assertThat(words(fixture, "ru").used().text()).startsWith("Повтор прошлого года точнее модели");
        assertThat(new Caveats(fixture.data(), Language.of("ru")).all())
                .anyMatch(caveat -> caveat.text().startsWith("Повтор прошлого года точнее модели"));
    }

    @Test
    void summaryGoesOnWithTheFourWeeksAfterTheReports() {
        assertThat(Forecast.of(Fixture.wholesale().data()).ahead())
                .extracting(row -> row.day("period_on").toString())
                .containsExactly("2026-11-23", "2026-11-30", "2026-12-07", "2026-12-14");
    }

    @RepeatedTest(40)
    void theAxisHoldsAllNumbersAndSaysWhereItIsCut(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        double size = Math.pow(10, 9 * random.nextDouble());
        Fixture fixture = Fixture.wholesale();
        for (String column : new String[] {"actual", "plan", "mid", "low_95", "high_95"}) {
            BigDecimal number = BigDecimal.valueOf(Math.round(size * (1 + random.nextDouble()) * 100), 2);
            fixture = fixture.set("forecast_week", column, number, row -> row.number(column) != null);
        }
        Forecast forecast = Forecast.of(fixture.data());
        ForecastAxis axis = ForecastAxis.of(forecast, Scale.ONE);

        for (Row week : forecast.future()) {
            assertThat(week.amount("mid").doubleValue()).isBetween(axis.low(), axis.high());
            assertThat(week.amount("low_95").doubleValue()).isBetween(axis.low(), axis.high());
            assertThat(week.amount("high_95").doubleValue()).isBetween(axis.low(), axis.high());
        }
        assertThat((axis.high() - axis.low()) / axis.step()).isBetween(1.0, 9.0);
        assertThat(axis.isCut()).isEqualTo(axis.low() > 0);
    }

    private static ForecastWords words(Fixture fixture, String code) {
        WeeklyData data = fixture.data();
        return new ForecastWords(data, Forecast.of(data), Language.of(code).withCurrency("RUB"));
    }
}
