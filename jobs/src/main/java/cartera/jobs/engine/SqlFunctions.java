package cartera.jobs.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The functions that engines spell differently: {@code sql/functions/<engine>.sql}, one statement each, ended by {@code ;}. */
public final class SqlFunctions {

    private SqlFunctions() {}

    /** The statements that define the functions on an engine. */
    public static List<String> statements(String engine) {
        return Arrays.stream(text(engine).replaceAll("(?m)^\\s*--.*$", "").split(";"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    /** The text of the file; it belongs to what a table was made from. */
    public static String text(String engine) {
        String resource = "/cartera/sql/functions/" + engine + ".sql";
        try (InputStream stream = SqlFunctions.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
