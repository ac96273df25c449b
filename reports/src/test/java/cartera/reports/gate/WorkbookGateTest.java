package cartera.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;

import cartera.reports.Unit;
import cartera.reports.Value;
import cartera.reports.sheet.Book;
import cartera.reports.sheet.Page;
import cartera.reports.sheet.Style;
import cartera.reports.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookGateTest {

    private static final Value REVENUE = new Value(new BigDecimal("41812345.60"), Unit.MONEY, "revenue", "actual");

    @TempDir
    Path folder;

    private Path file = Path.of("");

    /** A sentence in A1 that quotes B1, where the number stands in millions, and a formula in C1. */
    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("book.xlsx");
        Language language = Language.of("ru").withCurrency("RUB");
        Book book = new Book();
        Page page = book.page("Лист", "404040");
        page.widths(30, 10, 10);
        page.sentence(0, 0, language.say("title.first", Map.of("actual", REVENUE)), Style.TITLE);
        page.value(0, 1, REVENUE, 6, Style.NUMBER);
        page.formula(
                0,
                2,
                "B1*2",
                new Value(new BigDecimal("83624691.20"), Unit.MONEY, "revenue", "twice"),
                6,
                Style.NUMBER);
        Book.Quote quote = book.quotes().get(0);
        page.text(5, 0, quote.cell(), Style.TEXT);
        page.number(5, 1, quote.position(), Style.NUMBER);
        page.text(5, 2, quote.place().reference(), Style.TEXT);
        page.number(5, 3, quote.place().power(), Style.NUMBER);
        page.number(5, 4, quote.mention().power(), Style.NUMBER);
        page.number(5, 5, quote.mention().decimals(), Style.NUMBER);
        page.number(5, 6, 0, Style.NUMBER);
        book.name("quotes", "Лист!$A$6:$G$6");
        book.property("language", "ru-RU");
        book.property("currency", "₽");
        book.write(file, Instant.EPOCH);
    }

    @Test
    void aSoundWorkbookHasNoFaults() throws IOException {
        assertThat(WorkbookGate.faults(file)).isEmpty();
    }

    @Test
    void aCellThatDiffersFromItsSentenceIsFound() throws IOException {
        change(book -> book.getSheetAt(0).getRow(0).getCell(1).setCellValue(41.7));

        assertThat(WorkbookGate.faults(file))
                .singleElement()
                .asString()
                .startsWith("headlines: Лист!$A$1 says 41.8, Лист!$B$1 holds 41.7");
    }

    @Test
    void aNumberTypedIntoASentenceIsFound() throws IOException {
        change(book -> book.getSheetAt(0).getRow(0).getCell(0).setCellValue("Выручка 41,8 млн ₽, 3 дня"));

        assertThat(WorkbookGate.faults(file))
                .singleElement()
                .asString()
                .startsWith("headlines: Лист!$A$1 has 2 numbers, 1 are listed");
    }

    @Test
    void aFormulaWithoutItsValueIsFound() throws IOException {
        change(book -> book.getSheetAt(0).getRow(0).getCell(2).getCTCell().unsetV());

        assertThat(WorkbookGate.faults(file)).containsExactly("formula without value: Лист!C1 =B1*2");
    }

    @Test
    void aColourOfSixDigitsIsFound() throws IOException {
        change(book -> book.getStylesSource()
                .getCTStylesheet()
                .getFonts()
                .getFontArray(1)
                .getColorArray(0)
                .setRgb(new byte[] {1, 2, 3}));

        assertThat(WorkbookGate.faults(file)).isNotEmpty().allMatch(fault -> fault.startsWith("schema: styles"));
    }

    private void change(Consumer<XSSFWorkbook> change) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            change.accept(book);
            try (OutputStream out = Files.newOutputStream(folder.resolve("changed.xlsx"))) {
                book.write(out);
            }
        }
        file = folder.resolve("changed.xlsx");
    }
}
