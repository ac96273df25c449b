package cartera.reports.weekly;

import static org.assertj.core.api.Assertions.assertThat;

import cartera.reports.Row;
import cartera.reports.text.Language;
import cartera.reports.text.Sentence;
import java.math.BigDecimal;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class HeadlineTest {

    private static final Predicate<Row> THIS_WEEK = row -> row.code("metric").equals("revenue")
            && row.day("period_on").toString().equals("2026-11-16");

    @Test
    void revenueBelowPlanIsSaidWithItsCause() {
        assertThat(title(Fixture.wholesale(), "ru"))
                .isEqualTo(
                        "Выручка 41,8\u00a0млн\u00a0₽ — на 1,4\u00a0млн\u00a0₽ (3,2\u00a0%) ниже плана: просели «Под угрозой»");
    }

    @Test
    void withoutPlanTheWeekIsComparedWithTheOneBefore() {
        Fixture fixture = Fixture.wholesale().unknown("metric_value", "plan", row -> true);

        assertThat(title(fixture, "en"))
                .isEqualTo("Revenue 41.8m\u00a0₽, 776k\u00a0₽ (1.8%) below last week: “At risk” fell");
    }

    @Test
    void aWeekBelowPlanThatIsAboveTheLastOneSaysBoth() {
        Fixture fixture = Fixture.wholesale().set("metric_value", "previous", new BigDecimal("41000000"), THIS_WEEK);

        assertThat(title(fixture, "es"))
                .isEqualTo(
                        "Ingresos 41,8\u00a0M\u00a0₽: 1,4\u00a0M\u00a0₽ bajo el plan, pero 812\u00a0mil\u00a0₽ más que la anterior");
    }

    @Test
    void brokenDataComeBeforeEverythingElse() {
        Fixture fixture = Fixture.wholesale()
                .set(
                        "data_check",
                        "severity",
                        "error",
                        row -> row.code("check_id").equals("rejected_rows"));

        assertThat(title(fixture, "ru"))
                .isEqualTo("Выручка 41,8\u00a0млн\u00a0₽ — неточно: не загружено строк: 214 на 402\u00a0тыс.\u00a0₽");
    }

    @Test
    void anUnfinishedWeekIsNotCompared() {
        Fixture fixture = Fixture.wholesale().set("metric_value", "is_complete", false, row -> true);

        assertThat(title(fixture, "ru"))
                .isEqualTo("Неделя не закончена: пока выручка 41,8\u00a0млн\u00a0₽, с прошлой не сравнивать");
    }

    @Test
    void noSalesAreNotZeroRevenue() {
        assertThat(title(Fixture.empty(), "ru")).isEqualTo("Выручка за неделю неизвестна: продажи не загружены");
    }

    @RepeatedTest(60)
    void theTitleSaysTheDirectionOfTheNumbersInAtMostEightyCharacters(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        BigDecimal actual = amount(random);
        BigDecimal plan = amount(random);
        Fixture fixture = Fixture.wholesale()
                .set("metric_value", "actual", actual, THIS_WEEK)
                .set("metric_value", "plan", plan, THIS_WEEK)
                .set("metric_value", "previous", amount(random), THIS_WEEK);

        String[] words = actual.compareTo(plan) < 0
                ? new String[] {"ниже плана", "below plan", "bajo el plan"}
                : new String[] {"выше плана", "above plan", "sobre el plan"};
        assertThat(title(fixture, "ru")).contains(words[0]);
        assertThat(title(fixture, "en")).contains(words[1]);
        assertThat(title(fixture, "es")).contains(words[2]);
    }

    private static BigDecimal amount(Random random) {
        return BigDecimal.valueOf(Math.round(Math.pow(10, 3 + 8 * random.nextDouble()) * 100), 2);
    }

    private static String title(Fixture fixture, String code) {
        Sentence title = new Headline(fixture.data(), Language.of(code).withCurrency("RUB")).sentence();
        assertThat(title.length()).isLessThanOrEqualTo(Headline.LONGEST);
        return title.text();
    }
}
