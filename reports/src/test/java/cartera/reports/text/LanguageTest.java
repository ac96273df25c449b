package cartera.reports.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cartera.reports.Typeface;
import cartera.reports.Unit;
import cartera.reports.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LanguageTest {

    /** Keys of texts whose numbers must be those of cells. */
    private static final List<String> SENTENCES = List.of(
            "title.",
            "action.",
            "cause.",
            "comment.",
            "customers.",
            "chart.weeks.",
            "chart.bridge",
            "fault.",
            "effect.",
            "step.",
            "risk.",
            "why.",
            "move.",
            "vip.",
            "stability.stable",
            "stability.unstable",
            "stability.drift",
            "forecast.growth",
            "forecast.month",
            "forecast.record",
            "forecast.used",
            "forecast.legend",
            "bar");

    static List<String> codes() {
        return Language.codes();
    }

    @Test
    void languagesAreTheFilesThereAre() {
        assertThat(Language.codes()).contains("en", "es", "ru");
    }

    @Test
    void anUnknownLanguageIsNamedWithThoseThereAre() {
        assertThatThrownBy(() -> Language.of("tlh"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid language: tlh (there are %s)", String.join(", ", Language.codes()));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void allLanguagesHaveTheSameKeysAndArguments(String code) {
        Language english = Language.of("en");
        Language language = Language.of(code);

        assertThat(language.keys()).isEqualTo(english.keys());
        for (String key : english.keys()) {
            assertThat(language.message(key).arguments())
                    .as(key)
                    .isEqualTo(english.message(key).arguments());
        }
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyPluralHasTheFormsOfItsLanguage(String code) {
        Language language = Language.of(code);
        Set<String> forms = new TreeSet<>();
        for (long n = 0; n < 200; n++) {
            forms.add(language.plural().form(n));
        }
        for (String key : language.keys()) {
            if (!language.message(key).by().isEmpty()) {
                assertThat(language.message(key).forms().keySet()).as(key).isEqualTo(forms);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("codes")
    void theBundledFontShowsEveryText(String code) {
        Language language = Language.of(code);
        for (String key : language.keys()) {
            assertThat(Typeface.canShow(language.message(key).literals().replace("\n", "")))
                    .as(key)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("codes")
    void sentencesHaveNoNumbersOfTheirOwn(String code) {
        Language language = Language.of(code);
        for (String key : language.keys()) {
            if (SENTENCES.stream().anyMatch(key::startsWith)) {
                assertThat(language.message(key).literals()).as(key).doesNotContainPattern("\\d");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0,недель",
        "1,неделю",
        "2,недели",
        "4,недели",
        "5,недель",
        "11,недель",
        "12,недель",
        "21,неделю",
        "22,недели",
        "25,недель",
        "111,недель",
        "121,неделю"
    })
    void russianCountsByThreeForms(int n, String word) {
        Value weeks = new Value(BigDecimal.valueOf(n), Unit.COUNT, "revenue", "streak");

        assertThat(Language.of("ru")
                        .say("comment.rising", Map.of("weeks", weeks))
                        .text())
                .isEqualTo("Растёт %d %s подряд", n, word);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ru|1400000|1,4 млн ₽",
                "ru|999960|1,0 млн ₽",
                "ru|402311.4|402 тыс. ₽",
                "ru|9400|9,4 тыс. ₽",
                "ru|950|950 ₽",
                "ru|-1318440|−1,3 млн ₽",
                "ru|4100000000|4,1 млрд ₽",
                "en|1400000|1.4m ₽",
                "es|1400000|1,4 M ₽",
                "es-MX|1400000|1.4 M ₽",
                "ru|0|0 ₽"
            })
    void moneyIsWrittenAsPeopleOfThePlaceDo(String tag, BigDecimal amount, String text) {
        Value value = new Value(amount, Unit.MONEY, "revenue", "actual");

        assertThat(Language.of(tag)
                        .withCurrency("RUB")
                        .say("title.first", Map.of("actual", value))
                        .text()
                        .replace('\u00a0', ' '))
                .contains(text);
    }

    @ParameterizedTest
    @MethodSource("codes")
    void whatIsWrittenIsReadBack(String code) {
        Numbers numbers = Language.of(code).numbers();
        String text = "a " + numbers.magnitude(new BigDecimal("1234567.85"), 1) + "; " + Numbers.MINUS
                + numbers.magnitude(new BigDecimal("0.449"), 2) + " b " + numbers.magnitude(new BigDecimal("12"), 0);

        assertThat(numbers.parse(text))
                .containsExactly(new BigDecimal("1234567.9"), new BigDecimal("-0.45"), new BigDecimal("12"));
    }
}
