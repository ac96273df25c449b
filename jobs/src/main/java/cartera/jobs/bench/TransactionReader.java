package cartera.jobs.bench;

import cartera.jobs.bench.Headers.Role;
import cartera.jobs.connector.BadValue;
import cartera.jobs.connector.Moments;
import cartera.jobs.connector.Rejection;
import cartera.jobs.read.Fault;
import cartera.jobs.read.Reason;
import cartera.jobs.read.Row;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Reads a table of transactions in two passes: the first learns how dates and amounts are written. */
final class TransactionReader {

    private static final int SHOWN_LETTERS = 40;

    private final DelimitedFile file;
    private final TransactionColumns columns;
    private final Headers headers;
    private final int customer;
    private final int date;
    private final OptionalInt amount;

    private final Map<String, Map<LocalDate, Customer.Day>> days = new TreeMap<>();
    private final List<Rejection> setAside = new ArrayList<>();
    private long rows;

    TransactionReader(Path file, TransactionColumns columns) throws IOException {
        this.file = new DelimitedFile(file);
        this.columns = columns;
        this.headers = this.file.headers();
        this.customer = headers.require(Role.CUSTOMER, columns.customer());
        this.date = headers.require(Role.DATE, columns.date());
        this.amount = headers.find(Role.AMOUNT, columns.amount());
    }

    Transactions read() throws IOException {
        Dialect dialect = new Dialect(givenFormat());
        file.eachRow(row -> see(row, dialect));
        dialect.settle();
        file.eachRow(row -> take(row, dialect));
        if (days.isEmpty()) {
            throw new UnusableTable("none of its %d rows can be used%s".formatted(rows, firstReason()));
        }
        List<Customer> customers = new ArrayList<>();
        days.forEach((id, on) -> customers.add(new Customer(id, List.copyOf(on.values()))));
        return new Transactions(customers, amount.isPresent(), rows, setAside);
    }

    private String firstReason() {
        return setAside.isEmpty() ? "" : "; the first:  " + TransactionReport.line(setAside.get(0));
    }

    private List<DateTimeFormatter> givenFormat() {
        String pattern = columns.dateFormat();
        try {
            return pattern == null ? List.of() : List.of(Moments.format(pattern));
        } catch (IllegalArgumentException e) {
            throw new UnusableTable("--date-format %s is no pattern; such as dd/MM/uuuu".formatted(pattern));
        }
    }

    private void see(Row row, Dialect dialect) {
        if (file.fault(row) == null) {
            dialect.seeDate(row.cells()[date]);
            amount.ifPresent(column -> dialect.seeAmount(row.cells()[column]));
        }
    }

    private void take(Row row, Dialect dialect) {
        rows++;
        Fault fault = file.fault(row);
        if (fault != null) {
            setAside.add(new Rejection(row.line(), "line " + row.line(), "", fault.reason(), fault.detail()));
            return;
        }
        int column = customer;
        try {
            String id = id(row.cells()[customer]);
            column = date;
            LocalDate on = dialect.day(present(row.cells()[date]));
            column = amount.orElse(column);
            BigDecimal sum = amount.isPresent() ? dialect.amount(row.cells()[column]) : BigDecimal.ZERO;
            add(id, new Customer.Day(on, sum.signum() >= 0, sum));
        } catch (BadValue e) {
            setAside.add(rejection(row, column, e.reason()));
        }
    }

    private static String id(String text) throws BadValue {
        String id = present(text).strip();
        if (id.chars().anyMatch(Character::isISOControl)) {
            throw new BadValue(Reason.CONTROL_CHARACTER);
        }
        return id;
    }

    private static String present(String text) throws BadValue {
        if (text.isBlank()) {
            throw new BadValue(Reason.MISSING);
        }
        return text;
    }

    /** A customer may be a person's name or phone: only dates and amounts are shown. */
    private Rejection rejection(Row row, int column, Reason reason) {
        String value = column == customer ? "" : row.cells()[column].replaceAll("\\p{Cntrl}", " ");
        String cut = value.length() <= SHOWN_LETTERS ? value : value.substring(0, SHOWN_LETTERS - 1) + "…";
        return new Rejection(row.line(), "line " + row.line(), headers.name(column), reason, cut);
    }

    private void add(String id, Customer.Day day) {
        days.computeIfAbsent(id, key -> new TreeMap<>()).merge(day.on(), day, TransactionReader::merged);
    }

    private static Customer.Day merged(Customer.Day one, Customer.Day other) {
        return new Customer.Day(
                one.on(), one.isPurchase() || other.isPurchase(), one.amount().add(other.amount()));
    }
}
