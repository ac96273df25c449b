package cartera.jobs.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import cartera.jobs.connector.Rejection;
import cartera.jobs.read.Reason;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransactionsTest {

    private static final LocalDate EVER = LocalDate.of(2100, 1, 1);

    @TempDir
    Path folder;

    private Path file(String text, Charset charset) throws IOException {
        return Files.write(folder.resolve("table.csv"), text.getBytes(charset));
    }

    private Transactions read(String text) throws IOException {
        return Transactions.read(file(text, StandardCharsets.UTF_8), TransactionColumns.GUESSED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "customer_id,date,amount",
                "CustomerID;Order Date;Total",
                "id клиента|Дата|Сумма, руб.",
                "ID cliente;Fecha;Importe (EUR)",
                "Código de cliente;fecha de compra;monto",
                "Контрагент;Дата документа;Выручка"
            })
    void headersAreGuessedInThreeLanguages(String header) throws IOException {
        String separator = header.replaceAll("[^,;|]", "").substring(0, 1);
        if (header.contains("Сумма,")) {
            separator = "|";
        }
        Transactions table = read(header + "\n" + String.join(separator, "7", "2024-03-01", "5.50") + "\n");
        assertThat(table.setAside()).isEmpty();
        assertThat(table.customers()).hasSize(1);
        assertThat(table.customers().get(0).amount(EVER)).isEqualByComparingTo("5.5");
    }

    @Test
    void aFileInWindows1251WithASeparatorLineIsRead() throws IOException {
        Path file = file("sep=;\nКлиент;Дата;Сумма\nООО;01.02.2024;1 000,50\n", Charset.forName("windows-1251"));
        Customer customer =
                Transactions.read(file, TransactionColumns.GUESSED).customers().get(0);
        assertThat(customer.id()).isEqualTo("ООО");
        assertThat(customer.amount(EVER)).isEqualByComparingTo("1000.50");
    }

    @Test
    void namedColumnsComeBeforeGuessedOnes() throws IOException {
        Path file = file("id,client,day,paid on,amount,vat\n1,9,2024-01-01,2024-02-02,5,1\n", StandardCharsets.UTF_8);
        Transactions table = Transactions.read(file, new TransactionColumns("ID", "Paid on", "vat", null));
        assertThat(table.customers()).singleElement().satisfies(customer -> {
            assertThat(customer.id()).isEqualTo("1");
            assertThat(customer.purchaseDays(EVER)).containsExactly(LocalDate.of(2024, 2, 2));
            assertThat(customer.amount(EVER)).isEqualByComparingTo("1");
        });
    }

    @Test
    void aTableWithoutAmountsIsATableOfPurchases() throws IOException {
        Transactions table = read("date,id\n2014-03-08 00:00:00,0\n2014-05-21 00:00:00,0\n");
        assertThat(table.hasAmounts()).isFalse();
        assertThat(table.customers().get(0).purchases(LocalDate.MIN, EVER)).isEqualTo(2);
    }

    @Test
    void purchasesOfOneDayCountOnceAndReturnsLowerSpendAlone() throws IOException {
        Transactions table = read("customer,date,amount\nb,2024-01-01,10\nb,2024-01-01,5\nb,2024-01-08,-4\n"
                + "b,2024-01-08,-1\nb,2024-01-15,8\na,2024-01-02,-3\n");
        assertThat(table.customers()).extracting(Customer::id).containsExactly("a", "b");
        Customer customer = table.customers().get(1);
        assertThat(customer.purchaseDays(EVER)).containsExactly(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 1, 15));
        assertThat(customer.amount(EVER)).isEqualByComparingTo(new BigDecimal(18));
        assertThat(customer.spent(EVER).meanAmount()).isEqualTo(3);
        assertThat(table.customers().get(0).history(EVER)).isEmpty();
    }

    @Test
    void aHistoryEndsWithTheCut() throws IOException {
        Customer customer = read("customer,date\nx,2024-01-01\nx,2024-01-15\nx,2024-03-01\n")
                .customers()
                .get(0);
        var history = customer.history(LocalDate.of(2024, 1, 29)).orElseThrow();
        assertThat(history.history().repeatPurchases()).isEqualTo(1);
        assertThat(history.history().spanWeeks()).isEqualTo(2);
        assertThat(history.history().ageWeeks()).isEqualTo(4);
        assertThat(history.logGapSum()).hasValue(Math.log(2));
        assertThat(customer.history(LocalDate.of(2023, 12, 31))).isEmpty();
    }

    @Test
    void badRowsAreSetAsideWithLineAndReason() throws IOException {
        Transactions table = read("customer,date,amount\n1,2024-02-30,5\n,2024-02-01,5\n2,2024-02-01,abc\n"
                + "3,2024-02-01,\n4,2024-02-01\n5,1900-01-01,1\n6,2024-02-01,7\n\n");
        assertThat(table.customers()).extracting(Customer::id).containsExactly("6");
        assertThat(table.rows()).isEqualTo(7);
        assertThat(table.setAside())
                .extracting(Rejection::line, Rejection::reason)
                .containsExactly(
                        tuple(2L, Reason.DATE),
                        tuple(3L, Reason.MISSING),
                        tuple(4L, Reason.NUMBER),
                        tuple(5L, Reason.MISSING),
                        tuple(6L, Reason.FIELD_COUNT),
                        tuple(7L, Reason.DATE_RANGE));
        assertThat(TransactionReport.lines(table))
                .startsWith(
                        "Set aside 6 of 7 rows (date 1, date_range 1, field_count 1, missing 2, number 1):",
                        "  line 2, date: date (2024-02-30)",
                        "  line 3, customer: missing");
    }

    @ParameterizedTest
    @CsvSource({
        "12/31/2023, 2/1/2024, 2024-02-01",
        "31/12/2023, 2/1/2024, 2024-01-02",
        "31/12/2023 8:26, 2/1/2024 18:30:05, 2024-01-02",
        "31-12-2023, 02-01-2024, 2024-01-02",
        "20231231, 20240102, 2024-01-02",
        "2023/12/31, 2024/1/2, 2024-01-02",
        "31.12.2023, 02.01.2024, 2024-01-02",
        "2023-12-31, 2024-01-02T23:59:59-05:00, 2024-01-02"
    })
    void theFormOfDatesIsThatOfTheWholeFile(String one, String other, LocalDate day) throws IOException {
        Transactions table = read("customer,date\n1,%s\n1,%s\n".formatted(one, other));
        assertThat(table.setAside()).isEmpty();
        assertThat(table.first()).isEqualTo(LocalDate.of(2023, 12, 31));
        assertThat(table.last()).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "1,234.56 ! 1,234 ! 1234",
                "1.234,56 ! 1.234 ! 1234",
                "1.5 ! 1.234 ! 1.234",
                "1,5 ! 1,234 ! 1.234",
                "5 ! 1e12 ! 1000000000000",
                "5 ! 1.5E+3 ! 1500",
                "5 ! $10 ! 10",
                "5 ! (10) ! -10"
            })
    void theFormOfAmountsIsThatOfTheWholeFile(String one, String other, BigDecimal amount) throws IOException {
        Transactions table = read("customer;date;amount\n1;2024-01-01;%s\n2;2024-01-01;%s\n".formatted(one, other));
        assertThat(table.setAside()).isEmpty();
        assertThat(table.customers().get(1).amount(EVER)).isEqualByComparingTo(amount);
    }

    @Test
    void datesThatCanBeReadTwoWaysAreRefusedUnlessTheFormatIsGiven() throws IOException {
        assertThatThrownBy(() -> read("customer,date\n1,03/04/2024\n"))
                .isInstanceOf(UnusableTable.class)
                .hasMessageContaining("--date-format d/M/uuuu");
        Transactions table =
                Transactions.read(folder.resolve("table.csv"), new TransactionColumns(null, null, null, "d/M/uuuu"));
        assertThat(table.first()).isEqualTo(LocalDate.of(2024, 4, 3));
    }

    @Test
    void anAbsentColumnNamesTheHeadersFoundAndTheNearest() {
        assertThatThrownBy(() -> read("customr,when,amount\n1,2024-01-01,5\n"))
                .isInstanceOf(UnusableTable.class)
                .hasMessage("""
                        it has no column that looks like the customer
                          headers found: customr, when, amount
                          the nearest is 'customr'; name the right one:  --customer HEADER""");
        assertThatThrownBy(() -> Transactions.read(
                        folder.resolve("table.csv"), new TransactionColumns("customr", "wehn", null, null)))
                .hasMessage("""
                        it has no column 'wehn' (--date)
                          headers found: customr, when, amount
                          the nearest is 'when'; name the right one:  --date HEADER""");
    }

    @Test
    void aTableWithoutAUsableRowIsRefused() {
        assertThatThrownBy(() -> read("customer,date\n1,soon\n"))
                .isInstanceOf(UnusableTable.class)
                .hasMessage("none of its 1 rows can be used; the first:  line 2, date: date (soon)");
        assertThatThrownBy(() -> read("")).hasMessage("it is empty");
        assertThatThrownBy(() -> Transactions.read(folder.resolve("no.csv"), TransactionColumns.GUESSED))
                .hasMessage("there is no such file");
    }

    @Test
    void theOrderOfRowsDoesNotMatter() throws IOException {
        List<Customer> forwards = read("id,date,amount\n2,2024-01-02,0.1\n1,2024-01-01,0.2\n2,2024-01-02,0.3\n")
                .customers();
        List<Customer> backwards = read("id,date,amount\n2,2024-01-02,0.3\n1,2024-01-01,0.2\n2,2024-01-02,0.1\n")
                .customers();
        assertThat(backwards).isEqualTo(forwards);
    }
}
