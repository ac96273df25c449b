package cartera.reports.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cartera.reports.Unit;
import cartera.reports.Value;
import cartera.reports.text.Language;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookTest {

    private static final Value REVENUE = new Value(new BigDecimal("12.50"), Unit.MONEY, "revenue", "actual");

    @TempDir
    Path folder;

    @Test
    void sheetNamesAreCutAndKeptApart() {
        Book book = new Book();
        String name = "A name that is longer than Excel allows: a";

        assertThat(book.page(name, "404040").name()).isEqualTo("A name that is longer than Exce");
        assertThat(book.page(name + "b", "404040").name()).isEqualTo("A name that is longer than Ex 2");
    }

    @Test
    void aSentenceMayNotMentionANumberThatStandsNowhere() {
        Book book = new Book();
        book.page("a", "404040")
                .sentence(0, 0, Language.of("en").say("title.first", Map.of("actual", REVENUE)), Style.TEXT);

        assertThatThrownBy(book::quotes)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageEndingWith("it stands in no cell");
    }

    @Test
    void aFormulaThatComesToAnotherValueStopsTheReport() {
        Book book = new Book();
        book.page("a", "404040").formula(0, 0, "6*2", REVENUE, 0, Style.NUMBER);

        assertThatThrownBy(() -> book.write(folder.resolve("a.xlsx"), Instant.EPOCH))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot write a!$A$1: the cell gives 12.0, the value is 12.5");
    }

    @Test
    void controlCharactersAndEndlessTextsAreMadeHarmless() {
        assertThat(Text.clean("a\u0000b\tc")).isEqualTo("a b c");
        assertThat(Text.clean("x".repeat(40_000))).hasSize(32_004).endsWith(" […]");
        assertThat(Text.isFormulaLike("@SUM(A1)")).isTrue();
        assertThat(Text.isFormulaLike("ООО «Луч»")).isFalse();
    }
}
