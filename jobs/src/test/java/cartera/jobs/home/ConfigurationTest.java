package cartera.jobs.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigurationTest {

    @Test
    void anEmptyFileGivesTheDefaults() {
        Configuration configuration = Configuration.parse("");
        assertThat(configuration.zone()).isEqualTo(ZoneId.of("Europe/Moscow"));
        assertThat(configuration.languages()).containsExactly("ru");
        assertThat(configuration.settings())
                .containsEntry("sales_from", "auto")
                .containsEntry("active_days", 30L)
                .containsEntry("silent_ratio", new BigDecimal("2.5"));
    }

    @Test
    void aSourceTakesZoneAndCurrencyOfTheCompanyUnlessItSaysItsOwn() {
        Configuration configuration = Configuration.parse("""
                currency: KZT
                sources:
                  amo: [amocrm]
                  1c: {connectors: [commerceml, 1c-bank], zone: Asia/Almaty, currency: USD}
                """);
        assertThat(configuration.sources())
                .containsExactly(
                        new Source("amo", List.of("amocrm"), ZoneId.of("Europe/Moscow"), "KZT"),
                        new Source("1c", List.of("commerceml", "1c-bank"), ZoneId.of("Asia/Almaty"), "USD"));
    }

    @Test
    void everyFaultIsToldAtOnceWithItsLineAndTheNearestWord() {
        assertThatThrownBy(() -> Configuration.parse("""
                        currencey: RUB
                        sales_from: shipment
                        zone: Europe/Moskow
                        activity: {active_days: 90, sleeping_days: 30}
                        lifecycle:
                          lost_ratio: many
                        """))
                .isInstanceOf(FaultyFile.class)
                .hasMessage("""
                        cartera.yaml: 5 problems
                          line 1: unknown key 'currencey'; did you mean 'currency'?
                          line 2: sales_from: unknown 'shipment'; did you mean 'shipments'?
                          line 3: Invalid zone: Europe/Moskow (a zone such as Europe/Moscow)
                          line 4: Invalid activity: 90, 30, 180 (days must rise)
                          line 6: Invalid lost_ratio: many (a number above 1, up to 1000)""");
    }

    @Test
    void ownLimitsOfPointsAreFourThatRiseOrFifths() {
        Map<String, Object> settings = Configuration.parse("""
                        rfm: {recency_days: [30, 60, 90, 180], frequency: fifths, by_kind: true}
                        """).settings();
        assertThat(settings)
                .containsEntry("rfm_recency_days", "30,60,90,180")
                .containsEntry("rfm_frequency", "")
                .containsEntry("rfm_monetary", "")
                .containsEntry("rfm_by_kind", true);
        assertThatThrownBy(() -> Configuration.parse("""
                        rfm:
                          recency_days: [30, 60, 90]
                          monetary: [1000, 5000, 5000, 9000]
                        abc: {a_share: 0.95}
                        xyz: {x_variation: 2}
                        loyalty: {incentive_share: 5}
                        """))
                .isInstanceOf(FaultyFile.class)
                .hasMessage("""
                        cartera.yaml: 5 problems
                          line 2: Invalid recency_days: 30, 60, 90 (the word fifths, or four whole numbers that rise)
                          line 3: Invalid monetary: 1000, 5000, 5000, 9000 (the word fifths, or four whole numbers that rise)
                          line 4: Invalid abc: 0.95, 0.95 (shares must rise)
                          line 5: Invalid xyz: 2, 1 (variations must rise)
                          line 6: Invalid incentive_share: 5 (a number above 0, up to 1)""");
    }

    @Test
    void aFileThatIsNoYamlIsToldWithItsLine() {
        assertThatThrownBy(() -> Configuration.parse("company: [a\nzone: b"))
                .isInstanceOf(FaultyFile.class)
                .hasMessageStartingWith("cartera.yaml: 1 problem\n  line 2: no valid YAML: ");
    }

    @Test
    void aKeyThatStandsTwiceIsRefused() {
        assertThatThrownBy(() -> Configuration.parse("company: a\ncompany: b"))
                .isInstanceOf(FaultyFile.class)
                .hasMessageContaining("company");
    }
}
