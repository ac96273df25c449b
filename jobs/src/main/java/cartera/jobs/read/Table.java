package cartera.jobs.read;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stream of rows of text cells: a CSV file or a sheet. */
public interface Table extends Closeable {

    /** The next row, damaged and blank ones too; null at the end. */
    @Nullable
    Row next() throws IOException;

    /** Where a cell stands, for people: {@code line 12} or {@code A7}. A negative column means the row. */
    String position(long line, int column);

    /** Whether a cell that is absent at the end of a row is as good as an empty one. */
    boolean mayEndEarly();

    /** What the user should know about the carrier, once all rows were read. */
    List<String> notices();
}
