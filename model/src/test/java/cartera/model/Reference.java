package cartera.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.assertj.core.data.Offset;

/** Rows of a reference table; lines that start with # carry its source. */
public record Reference(Map<String, String> fields) {

    public static List<Reference> rows(String name) {
        try (var stream = Objects.requireNonNull(Reference.class.getResourceAsStream("/reference/" + name), name);
                var reader = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
            return rows(reader.lines().filter(line -> !line.startsWith("#")).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Reference> rows(List<String> lines) {
        String[] header = fields(lines.get(0));
        var rows = new ArrayList<Reference>();
        for (String line : lines.subList(1, lines.size())) {
            String[] values = fields(line);
            var fields = new HashMap<String, String>();
            for (int i = 0; i < header.length; i++) {
                fields.put(header[i], values[i]);
            }
            rows.add(new Reference(fields));
        }
        return rows;
    }

    /** The fields of a line; commas inside quotes divide nothing. */
    private static String[] fields(String line) {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        boolean isQuoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                isQuoted = !isQuoted;
            } else if (c == ',' && !isQuoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields.toArray(String[]::new);
    }

    public String text(String column) {
        return Objects.requireNonNull(fields.get(column), column);
    }

    public double number(String column) {
        return Double.parseDouble(text(column));
    }

    public int whole(String column) {
        return Integer.parseInt(text(column));
    }

    public boolean has(String column) {
        return !text(column).isEmpty();
    }

    /** Holds that the value is what the table prints, to its last digit. */
    public void assertPrints(String column, double value) {
        Assertions.assertThat(value).as("%s of %s", column, fields).isCloseTo(number(column), lastDigit(column));
    }

    /** Half a unit of the last digit printed, and a twentieth more for parameters that were printed rounded, too. */
    private Offset<Double> lastDigit(String column) {
        return Offset.offset(0.55 * Math.pow(10, -new BigDecimal(text(column)).scale()));
    }

    @Override
    public String toString() {
        return fields.toString();
    }
}
