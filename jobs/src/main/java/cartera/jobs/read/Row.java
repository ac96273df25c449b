package cartera.jobs.read;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table, as text.
 *
 * @param line its physical line or row number, counted from 1
 * @param cells from the first column on; an absent cell is empty
 * @param fault what is wrong with the row as a whole; its cells then mean nothing
 * @param cellFaults what is wrong with single cells, by position
 */
@SuppressWarnings("ArrayRecordComponent") // rows are many and short-lived: no copy
public record Row(long line, String[] cells, @Nullable Fault fault, Map<Integer, Fault> cellFaults) {

    public Row(long line, String[] cells) {
        this(line, cells, null, Map.of());
    }

    static Row damaged(long line, Fault fault) {
        return new Row(line, new String[0], fault, Map.of());
    }

    /** Nothing but blanks and separators. */
    public boolean isBlank() {
        if (fault != null || !cellFaults.isEmpty()) {
            return false;
        }
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }
}
