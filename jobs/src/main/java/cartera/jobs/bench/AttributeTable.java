package cartera.jobs.bench;

import cartera.jobs.connector.Rejection;
import cartera.model.churn.Attribute;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Customers with attributes and a known outcome: a row for each.
 *
 * @param ids of the column of ids; without one the line numbers
 * @param keys what tells customers apart: the id; without one all values
 * @param leftOut columns that say nothing or are different for nearly everybody
 * @param rows read, those set aside among them
 */
public record AttributeTable(
        List<String> ids,
        List<String> keys,
        List<Boolean> churned,
        List<Attribute> attributes,
        List<String> leftOut,
        long rows,
        List<Rejection> setAside) {

    public AttributeTable {
        ids = List.copyOf(ids);
        keys = List.copyOf(keys);
        churned = List.copyOf(churned);
        attributes = List.copyOf(attributes);
        leftOut = List.copyOf(leftOut);
        setAside = List.copyOf(setAside);
    }

    /**
     * Reads a delimited text with a header row. Rows whose outcome, id or number cannot be read are set aside.
     *
     * @param label header of the outcome: yes or no, 1 or 0, true or false, да or нет, sí or no
     * @param id header of the id; null to guess
     * @throws UnusableTable if the file is no such table, or a column that is needed is not there
     */
    public static AttributeTable read(Path file, String label, @Nullable String id) throws IOException {
        return new AttributeReader(file, label, id).read();
    }

    /** What to say of the rows that were set aside and the columns that were left out. */
    public List<String> report() {
        return TransactionReport.lines(setAside, rows);
    }
}
