package cartera.reports.weekly;

import static org.assertj.core.api.Assertions.assertThat;

import cartera.reports.Row;
import cartera.reports.text.Language;
import cartera.reports.text.Sentence;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class RiskTest {

    private static final Predicate<Row> RULE = row -> row.code("scorer").equals("silence_rule");
    private static final Predicate<Row> FIRST = row -> row.whole("position") == 1;

    @Test
    void theTitleSaysHowMuchIsAtRiskAndHowMuchOfItWithFive() {
        assertThat(words(Fixture.wholesale(), "ru").title().text())
                .isEqualTo("У 40 клиентов под риском 10,8\u00a0млн\u00a0₽ маржи; 67\u00a0% — у первых пяти");
    }

    @Test
    void withoutCostsTheMoneyIsOfRevenue() {
        Fixture fixture = Fixture.wholesale().set("at_risk", "risk_basis", "amount", row -> true);

        assertThat(words(fixture, "en").title().text()).startsWith("40 customers: 10.8m\u00a0₽ of revenue at risk");
    }

    @Test
    void theListSaysHowItCameToItsLength() {
        assertThat(lines(Fixture.wholesale(), "ru").get(0))
                .endsWith("Список на неделю: 4\u00a0менеджера × 10\u00a0звонков".replace('\u00a0', ' '));
    }

    @Test
    void aScoreThatIsBetterThanTheRuleSaysByHowMuch() {
        assertThat(lines(Fixture.wholesale(), "ru").get(1))
                .contains("оценка узнаёт ушедшего в 78\u00a0% случаев, правило «молчит 48 дней» — в 70\u00a0%");
    }

    @Test
    void aScoreThatDoesNotBeatTheRuleSaysSo() {
        Fixture fixture = Fixture.wholesale().set("churn_evaluation", "auc", 0.81, RULE);

        assertThat(lines(fixture, "en").get(1)).contains("The rule “silent 48 days” is no worse");
        assertThat(texts(new Caveats(fixture.data(), Language.of("en")).all()))
                .anyMatch(text -> text.startsWith("The rule “silent 48 days” is no worse"));
    }

    @Test
    void aListByTheRuleDoesNotPretendToBeAModel() {
        Fixture fixture = Fixture.wholesale().set("churn_evaluation", "is_chosen", true, RULE);

        assertThat(lines(fixture, "es").get(1)).startsWith("Poca historia para un modelo");
    }

    @Test
    void probabilitiesThatDoNotHoldAreSaidToBeTooHighOrTooLow() {
        Fixture fixture = Fixture.wholesale()
                .set("churn_calibration", "is_inside", false, row -> true)
                .set("churn_calibration", "observed", 0.1, row -> true);

        assertThat(lines(fixture, "en").get(2))
                .startsWith("The chances are too high (season or market): 41% were expected");
    }

    @Test
    void aReasonQuotesTheSilenceThatTheListShows() {
        Fixture fixture = Fixture.wholesale()
                .set("at_risk", "reason_1", "silent", FIRST)
                .set("at_risk", "reason_1_value", 5d, FIRST)
                .set("at_risk", "reason_1_base", 6d, FIRST);

        assertThat(new Reasons(Language.of("ru"))
                        .of(Risk.of(fixture.data()).rows().get(0))
                        .text())
                .startsWith("Молчит 99 дней при обычных 26");
    }

    @Test
    void aReasonThatTheLanguageDoesNotKnowGoesByItsCode() {
        Fixture fixture = Fixture.wholesale().set("at_risk", "reason_1", "moon_phase", FIRST);

        assertThat(new Reasons(Language.of("es"))
                        .of(Risk.of(fixture.data()).rows().get(0))
                        .text())
                .startsWith("Moon phase");
    }

    @Test
    void fewRepeatBuyersAreTheReasonWhyThereIsNoList() {
        assertThat(texts(words(Fixture.single(), "en").none()))
                .first()
                .isEqualTo(
                        "The chance of leaving cannot be told yet. Customers who bought again: 0; 10 more are needed");
    }

    @Test
    void whoIsSilentBeyondTheCompanysLimitIsOverdue() {
        Fixture fixture = Fixture.wholesale()
                .set("at_risk", "usual_gap_days", 10d, FIRST)
                .set("at_risk", "silent_days", 25L, FIRST);
        Risk risk = Risk.of(fixture.data());

        assertThat(risk.isOverdue(risk.rows().get(0))).isFalse();
        Risk later = Risk.of(fixture.set("at_risk", "silent_days", 26L, FIRST).data());
        assertThat(later.isOverdue(later.rows().get(0))).isTrue();
    }

    @Test
    void theListAddsUp() {
        Risk risk = Risk.of(Fixture.wholesale().data());
        BigDecimal sum =
                risk.rows().stream().map(row -> row.amount("money_at_risk")).reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(risk.total("money_at_risk").number()).isEqualByComparingTo(sum);
    }

    private static RiskWords words(Fixture fixture, String code) {
        WeeklyData data = fixture.data();
        return new RiskWords(data, Risk.of(data), Language.of(code).withCurrency("RUB"));
    }

    private static List<String> lines(Fixture fixture, String code) {
        return texts(words(fixture, code).lines());
    }

    private static List<String> texts(List<Sentence> sentences) {
        return sentences.stream().map(Sentence::text).toList();
    }
}
