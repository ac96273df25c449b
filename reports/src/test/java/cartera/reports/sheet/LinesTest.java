package cartera.reports.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import cartera.reports.Typeface;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Под угрозой|12.3|1",
                "Требуют внимания|12.3|2",
                "Фёдоров Дмитрий|18|1",
                "Нельзя терять|10|2",
                "Торгово-производственное объединение «Уральские строительные материалы»|27|3",
                "Мелькомбинатпроектмонтаж|10|3"
            })
    void textsBreakAtSpacesAndHyphensAndOnlyThenWithinWords(String text, double columnCharacters, int lines) {
        assertThat(Lines.of(text, columnCharacters, Typeface.plain(11), 0)).isEqualTo(lines);
    }
}
