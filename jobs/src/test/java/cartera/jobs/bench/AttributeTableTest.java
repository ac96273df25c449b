package cartera.jobs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import cartera.model.churn.Attribute;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributeTableTest {

    private static final int SIZE = 200;

    @TempDir
    private Path folder = Path.of("");

    private AttributeTable table(List<String> lines) throws IOException {
        return AttributeTable.read(Files.write(folder.resolve("table.csv"), lines), "gone", "id");
    }

    private static List<String> lines(String header, String row) {
        List<String> lines = new ArrayList<>(List.of("id," + header + ",gone"));
        for (int i = 0; i < SIZE; i++) {
            lines.add("k%d,%s,%d"
                    .formatted(
                            i,
                            row.replace("{i}", String.valueOf(i))
                                    .replace("{d}", "" + (10 + i % 19))
                                    .replace("{w}", String.valueOf(i / 3)),
                            i % 2));
        }
        return lines;
    }

    @Test
    void columnsThatNameRowsOrSayNothingAreLeftOut() throws IOException {
        List<String> lines =
                lines("RowNumber,Surname,Phone,Country,Fax,Plan", "{i},Name{w},555-{i},ES,,\"a, \"\"{d}\"\"\"");
        Collections.swap(lines, 1, 150);
        AttributeTable table = table(lines);
        assertThat(table.leftOut())
                .containsExactly(
                        "RowNumber (numbers of the rows)",
                        "Surname (67 different values)",
                        "Phone (200 different values)",
                        "Country (1 different values)",
                        "Fax (1 different values)");
        assertThat(table.attributes()).extracting(Attribute::name).containsExactly("Plan");
        assertThat(table.setAside()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2024-03-{d}", "{d}.03.2024", "{d}/03/2024", "2024-03-{d} 10:30:00"})
    void datesBecomeDays(String date) throws IOException {
        List<String> lines = lines("since", date);
        AttributeTable table = table(lines);
        assertThat(table.attributes()).singleElement().isInstanceOf(Attribute.Measure.class);
        assertThat(table.setAside()).isEmpty();
        lines.set(7, "k6,soon,0");
        assertThat(table(lines).report()).contains("  line 8, since: date (soon)");
    }

    @ParameterizedTest
    @CsvSource({
        "Yes,No",
        "1,0",
        "true,false",
        "TRUE,FALSE",
        "True.,False.",
        "Churned,Stayed",
        "Attrited Customer,Existing Customer",
        "да,нет",
        "Sí,No"
    })
    void theOutcomeIsReadInItsUsualWords(String gone, String stayed) throws IOException {
        List<String> lines = lines("price", "{d}");
        lines.replaceAll(line -> line.replaceAll(",1$", "," + gone).replaceAll(",0$", "," + stayed));
        AttributeTable table = table(lines);
        assertThat(table.setAside()).isEmpty();
        assertThat(table.churned().subList(0, 4)).containsExactly(false, true, false, true);
    }
}
