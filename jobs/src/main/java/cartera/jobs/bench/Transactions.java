package cartera.jobs.bench;

import cartera.jobs.connector.Rejection;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * Purchases of customers as any table has them: a row for each purchase or return.
 *
 * @param customers by id
 * @param hasAmounts whether the table has a column of amounts
 * @param rows read, those set aside among them
 * @param setAside rows that could not be used, in their order
 */
public record Transactions(List<Customer> customers, boolean hasAmounts, long rows, List<Rejection> setAside) {

    public Transactions {
        customers = List.copyOf(customers);
        setAside = List.copyOf(setAside);
    }

    /**
     * Reads a delimited text with a header row; encoding and delimiter are recognised. Rows without a customer, a date
     * or (where there is such a column) an amount that can be read are set aside, the others used.
     *
     * @throws UnusableTable if the file is no such table, or a column that is needed is not there
     */
    public static Transactions read(Path file, TransactionColumns columns) throws IOException {
        return new TransactionReader(file, columns).read();
    }

    /** The newest day of a purchase or return. */
    public LocalDate last() {
        return customers.stream()
                .map(customer -> customer.days().get(customer.days().size() - 1).on())
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    /** The oldest such day. */
    public LocalDate first() {
        return customers.stream()
                .map(customer -> customer.days().get(0).on())
                .min(LocalDate::compareTo)
                .orElseThrow();
    }
}
