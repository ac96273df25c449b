package cartera.jobs.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTableTest {

    @TempDir
    Path folder = Path.of("");

    private List<Row> rows(String text) throws IOException {
        return rows(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Row> rows(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("a.csv"), bytes);
        List<Row> rows = new ArrayList<>();
        try (CsvTable table = CsvTable.open(file, Encoding.of(file), ';')) {
            for (Row row = table.next(); row != null; row = table.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static String shown(Row row) {
        return row.fault() == null
                ? row.line() + ":" + String.join("|", row.cells())
                : row.line() + "!" + row.fault().reason().code();
    }

    private List<String> shown(String text) throws IOException {
        return rows(text).stream().map(CsvTableTest::shown).toList();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    @Test
    void aQuotedCellMayHoldDelimitersQuotesAndLineEnds() throws IOException {
        assertThat(shown("a;\"b;\"\"c\"\"\nd\";e\nf\n")).containsExactly("1:a|b;\"c\"\nd|e", "3:f");
    }

    @Test
    void lfCrAndCrLfEndARecordAndOtherSeparatorsDoNot() throws IOException {
        assertThat(shown("a\rb\r\nc\nd\u2028e\u000Bf\u0085g"))
                .containsExactly("1:a", "2:b", "3:c", "4:d\u2028e\u000Bf\u0085g");
    }

    @Test
    void afterADamagedRecordReadingGoesOnAtTheNextLine() throws IOException {
        assertThat(shown("a;1\n\"b\"x;2\nc;3\n")).containsExactly("1:a|1", "2!quote", "3:c|3");
    }

    @Test
    void aQuoteThatIsNeverClosedCostsOnlyItsLine() throws IOException {
        StringBuilder text = new StringBuilder("\"open;1\n");
        for (int i = 0; i < 300; i++) {
            text.append("r").append(i).append(";1\n");
        }
        List<String> shown = shown(text.toString());
        assertThat(shown).hasSize(301).startsWith("1!quote", "2:r0|1").endsWith("301:r299|1");
    }

    @Test
    void aQuoteInsideACellIsALetter() throws IOException {
        assertThat(shown("15\" pipe;\"x\"\nb\"\"c;d\n")).containsExactly("1:15\" pipe|x", "2:b\"\"c|d");
    }

    @Test
    void aSeparatorLineSetsTheDelimiter() throws IOException {
        assertThat(shown("sep=,\na,b\n")).containsExactly("1:sep=|", "2:a|b");
    }

    @Test
    void aFieldBeyondTheLimitIsSetAside() throws IOException {
        assertThat(shown("a;" + "x".repeat(CsvTable.MAX_FIELD_CHARS + 1) + "\nb;1\n"))
                .containsExactly("1!too_long", "2:b|1");
    }

    @Test
    void aLineBeyondTheLimitIsSetAside() throws IOException {
        assertThat(shown("x".repeat(Lines.MAX_LINE_BYTES + 5) + "\nb;1\n")).containsExactly("1!too_long", "2:b|1");
    }

    @Test
    void oneDamagedLineDoesNotTurnAUtf8FileIntoAnotherEncoding() throws IOException {
        byte[] damaged = {(byte) 0xC0, (byte) 0xAF, '\n'};
        List<Row> rows = rows(join("имя;1\nещё;2\n".getBytes(StandardCharsets.UTF_8), damaged));
        assertThat(rows).extracting(CsvTableTest::shown).containsExactly("1:имя|1", "2:ещё|2", "3!encoding");
        assertThat(Objects.requireNonNull(rows.get(2).fault()).detail()).isEqualTo("byte 18: 0xC0");
    }

    @Test
    void aUtf8LineInAWindows1251FileIsReadAsWhatItIs() throws IOException {
        byte[] file =
                join("имя;1\nещё;2\n".getBytes(Encoding.WINDOWS_1251), "конец;3\n".getBytes(StandardCharsets.UTF_8));
        assertThat(rows(file)).extracting(CsvTableTest::shown).containsExactly("1:имя|1", "2:ещё|2", "3:конец|3");
    }

    @Test
    void windows1251AndCp866AreToldApartByTheirLetters() throws IOException {
        for (Charset charset : List.of(Encoding.WINDOWS_1251, Encoding.CP866)) {
            Path file = Files.write(folder.resolve("e.csv"), "Платёж за товар;1\n".getBytes(charset));
            assertThat(Encoding.of(file).charset()).isEqualTo(charset);
        }
    }

    @Test
    void textThatWasEncodedTwiceIsRefused() throws IOException {
        String twice = new String("Иванов Иван".getBytes(StandardCharsets.UTF_8), Encoding.WINDOWS_1251);
        Path file = Files.writeString(folder.resolve("t.csv"), "id;" + twice + "\n", StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Encoding.of(file))
                .isInstanceOf(Refused.class)
                .hasMessage("its text was encoded twice (letters look like Р° or Ð°): export it again");
    }

    @Test
    void aConfiguredEncodingThatTheBytesContradictIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("w.csv"), "id;1\nимя;2\n".getBytes(Encoding.WINDOWS_1251));
        assertThatThrownBy(() -> Encoding.of(file).require(StandardCharsets.UTF_8))
                .hasMessageStartingWith("configured as UTF-8, but it looks like windows-1251");
    }

    @Test
    void utf16IsRefusedByName() throws IOException {
        Path file = Files.write(folder.resolve("u.csv"), "\uFEFFid;1".getBytes(StandardCharsets.UTF_16LE));
        assertThatThrownBy(() -> Encoding.of(file))
                .hasMessage("it is UTF-16 text, which is not read: save it as UTF-8");
    }

    @RepeatedTest(30)
    void whatIsWrittenIsReadBackWhateverIsInTheCells(RepetitionInfo repetition) throws IOException {
        Random random = new Random(repetition.getCurrentRepetition());
        List<List<String>> written = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            List<String> cells = new ArrayList<>(List.of("r" + i));
            for (int n = random.nextInt(4); n > 0; n--) {
                cells.add(cell(random));
            }
            written.add(cells);
            text.append(String.join(
                    ";",
                    cells.stream().map(c -> '"' + c.replace("\"", "\"\"") + '"').toList()));
            text.append(random.nextBoolean() ? "\n" : "\r\n");
        }
        assertThat(rows(text.toString()).stream()
                        .map(row -> List.of(row.cells()))
                        .toList())
                .isEqualTo(written);
    }

    private static String cell(Random random) {
        String letters = "аб;\"\n\r x,";
        StringBuilder cell = new StringBuilder();
        for (int n = random.nextInt(8); n > 0; n--) {
            cell.append(letters.charAt(random.nextInt(letters.length())));
        }
        return cell.toString();
    }
}
