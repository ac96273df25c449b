package cartera.jobs.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Series of any table: layouts, steps of time, what is filled, left out and set aside. */
class SeriesTableTest {

    private static final SeriesColumns MONTHLY = columns("12", "3");

    @TempDir
    Path folder;

    private static SeriesColumns columns(String season, String horizon) {
        return new SeriesColumns(null, null, null, null, season, horizon, null, null);
    }

    private SeriesTable read(SeriesColumns columns, String text) throws IOException {
        Path file = folder.resolve("series.csv");
        Files.writeString(file, text);
        return SeriesTable.read(file, columns);
    }

    private static String shown(SeriesTable table) {
        return table.series().stream()
                .map(one -> one.key() + " "
                        + IntStream.range(0, one.series().length())
                                .mapToObj(t -> String.valueOf(one.series().value(t)))
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }

    private static String shown(SeriesTable table, int season) {
        return table.series().stream()
                .filter(one -> one.series().season() == season)
                .map(LabelledSeries::key)
                .collect(Collectors.joining(" "));
    }

    @Test
    void longTablesMayBeInAnyOrder() throws IOException {
        SeriesTable table = read(MONTHLY, """
                sku,month,sales
                b,2024-02,5
                a,2024-03,3
                a,2024-01,1
                b,2024-01,4
                a,2024-02,2
                """);
        assertThat(shown(table)).isEqualTo("b 4.0 5.0\na 1.0 2.0 3.0");
        assertThat(table.notes()).contains("2 series (key sku, period month, value sales)", "Step of time: one month");
        assertThat(table.setAside()).isEmpty();
    }

    @Test
    void wideTablesMayBeRaggedAndHaveNumbersThatAreNoValues() throws IOException {
        SeriesTable table = read(columns("freq", "h"), """
                "id","start_year","freq","h","v1","v2","v3"
                "a",1990,12,18,1,2,3
                "b",1975,4,8,4,5
                "c",1975,1,6,,NA,7
                """);
        assertThat(shown(table)).isEqualTo("a 1.0 2.0 3.0\nb 4.0 5.0\nc 7.0");
        assertThat(shown(table, 4)).isEqualTo("b");
        assertThat(table.series().get(1).horizon()).isEqualTo(8);
    }

    @Test
    void theFirstOfTheNumberedHeadersMayBeTheKey() throws IOException {
        assertThat(shown(read(MONTHLY, "V1;V2;V3;V4\nM1;1,5;2;3\nM2;4;5;\n"))).isEqualTo("M1 1.5 2.0 3.0\nM2 4.0 5.0");
    }

    @Test
    void allValuesMayStandInOneCell() throws IOException {
        assertThat(shown(read(MONTHLY, "id,name,train,test\na,A,1;2.5;3,4;5\nb,B,7;8,9\n")))
                .isEqualTo("a 1.0 2.5 3.0 4.0 5.0\nb 7.0 8.0 9.0");
    }

    @Test
    void turnedTablesHaveAColumnASeries() throws IOException {
        SeriesTable table = read(MONTHLY, """
                t,x,y
                1998,1,
                1998.08333333333,2,5
                1998.16666666667,3,6
                1998.33333333333,4,NA
                """);
        assertThat(shown(table)).isEqualTo("x 1.0 2.0 3.0 0.0 4.0\ny 5.0 6.0");
        assertThat(table.notes()).contains("Periods missing inside a series, taken as zero: 1 in 1 series");
    }

    @Test
    void wordsTellSeriesApartWhereNoColumnIsAKey() throws IOException {
        assertThat(shown(read(columns("4", "2"), """
                Quarter,Region,Purpose,Trips
                1998 Q1,North,Work,1
                1998 Q2,North,Work,2
                1998 Q1,North,Fun,3
                """))).isEqualTo("North/Work 1.0 2.0\nNorth/Fun 3.0");
    }

    @Test
    void theStepOfTimeIsRecognised() throws IOException {
        assertThat(step("2024-01-01", "2024-01-02", "2024-01-05")).isEqualTo("one day");
        assertThat(step("2024-01-07", "2024-01-14", "2024-02-04")).isEqualTo("one week");
        assertThat(step("31.01.2024", "29.02.2024", "31.03.2024", "30.04.2024")).isEqualTo("one month");
        assertThat(step("2024-01-01", "2024-04-01", "2025-01-01")).isEqualTo("one quarter");
        assertThat(step("2021-12-31", "2022-12-31", "2023-12-31")).isEqualTo("one year");
        assertThat(step("2024-W52", "2025-W01", "2025-W02")).isEqualTo("one week");
        assertThat(step("202411", "202412", "202501")).isEqualTo("one month");
        assertThat(step("2024-01-01", "2024-01-15", "2024-01-29")).isEqualTo("2.0 week");
        assertThat(step("10", "20", "40")).isEqualTo("10.0");
    }

    private String step(String... periods) throws IOException {
        SeriesTable table = read(
                columns("1", "1"),
                IntStream.range(0, periods.length)
                        .mapToObj(i -> "a,%s,%d".formatted(periods[i], i))
                        .collect(Collectors.joining("\n", "key,period,value\n", "\n")));
        return table.notes().stream()
                .filter(note -> note.startsWith("Step of time: "))
                .map(note -> note.substring(14))
                .collect(Collectors.joining());
    }

    @Test
    void repeatedPeriodsAndUnreadableValuesAreSetAsideAndTheRestIsUsed() throws IOException {
        SeriesTable table = read(MONTHLY, """
                key,period,value
                a,2024-01,1
                a,2024-02,much
                a,2024-03,3
                a,2024-03,30
                a,soon,4
                ,2024-01,5
                """);
        assertThat(shown(table)).isEqualTo("a 1.0 2.0 3.0");
        assertThat(table.report())
                .containsExactly(
                        "Set aside 4 of 6 rows (conflict 1, date 1, missing 1, number 1):",
                        "  line 3, value: number (much)",
                        "  line 5: conflict (period repeated)",
                        "  line 6, period: date (soon)",
                        "  line 7, key: missing");
        assertThat(table.notes()).contains("Values that cannot be read: the mean of their neighbours stands for 1");
    }

    @Test
    void aPeriodThatEndsAfterTheTableIsLeftOut() throws IOException {
        String text = "key,period,value\na,2024-01-01,1\na,2024-02-01,2\na,2024-03-01,1\n";
        SeriesColumns until = new SeriesColumns(null, null, null, null, "12", "1", null, LocalDate.of(2024, 3, 14));
        SeriesTable table = read(until, text);
        assertThat(shown(table)).isEqualTo("a 1.0 2.0");
        assertThat(table.notes())
                .contains(
                        "Left out as unfinished: the last period, from 2024-03-01 on, of 1 series; it ends after --until"
                                + " 2024-03-14");
    }

    @Test
    void aLastPeriodDatedBeforeItsEndIsLeftOut() throws IOException {
        assertThat(shown(read(
                        MONTHLY, "key,date,value\na,2024-01-31,1\na,2024-02-29,2\na,2024-03-31,3\na,2024-04-11,1\n")))
                .isEqualTo("a 1.0 2.0 3.0");
    }

    @Test
    void aLastPeriodThatFewSeriesReachedIsLeftOut() throws IOException {
        String text = IntStream.range(0, 30)
                .mapToObj(i -> "k%d,2024-%02d,%d".formatted(i % 10, 1 + i / 10, i))
                .collect(Collectors.joining("\n", "key,month,value\n", "\nk3,2024-04,7\n"));
        assertThat(shown(read(MONTHLY, text))).contains("k3 3.0 13.0 23.0\n").doesNotContain("7.0\nk4");
    }

    @Test
    void aSlipInADateIsNoMillionOfZeros() throws IOException {
        SeriesTable table = read(MONTHLY, "key,period,value\na,1,1\na,2,2\na,3,3\na,20240101,4\na,900000000,4\n");
        assertThat(shown(table)).isEqualTo("a 1.0 2.0 3.0");
        assertThat(table.setAside()).hasSize(2);
    }

    @Test
    void settingsAreWholeNumbersOrColumnsOfSuch() {
        String text = "key,period,value,s\na,1,1,0\n";
        assertThatThrownBy(() -> read(columns("0", "1"), text))
                .hasMessage(
                        "its season is 0; it must be a whole number from 1 to 10000, or the header of a column of such");
        assertThatThrownBy(() -> read(columns("1", "2.5"), text)).hasMessageStartingWith("its horizon is 2.5; ");
        assertThatThrownBy(() -> read(columns("s", "1"), text)).hasMessageStartingWith("its season in line 2 is 0; ");
        assertThatThrownBy(() -> read(columns("12", "horizn"), text)).hasMessage("""
                it has no column 'horizn' (--horizon)
                  headers found: key, period, value, s
                  the nearest is 'period'; name the right one:  --horizon HEADER""");
    }
}
