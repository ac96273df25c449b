package cartera.jobs.cli;

import cartera.jobs.engine.Row;
import cartera.jobs.engine.Rows;
import cartera.jobs.lake.Column;
import cartera.jobs.lake.Type;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How rows are printed: {@code -o table, csv, json, md}. Machine formats are whole, with ISO dates and decimal points. */
enum RowFormat {
    TABLE {
        @Override
        void print(Rows rows, Writer out, boolean isInteractive) throws IOException {
            List<Column> columns = rows.columns();
            List<List<String>> lines = new ArrayList<>();
            lines.add(columns.stream().map(Column::name).toList());
            long count = 0;
            for (; rows.hasNext(); count++) {
                Row row = rows.next();
                if (!isInteractive || count < SHOWN_ROWS) {
                    lines.add(cells(row, columns, isInteractive ? "∅" : ""));
                }
            }
            int[] widths = widths(lines);
            for (List<String> line : lines) {
                out.write(aligned(line, columns, widths));
            }
            if (count > lines.size() - 1) {
                out.write("… %d of %,d rows; -o csv gives all%n".formatted(SHOWN_ROWS, count));
            }
        }
    },
    CSV {
        @Override
        void print(Rows rows, Writer out, boolean isInteractive) throws IOException {
            CsvWriter csv = CsvWriter.builder().build(out);
            csv.writeRecord(rows.columns().stream().map(Column::name).toList());
            while (rows.hasNext()) {
                csv.writeRecord(cells(rows.next(), rows.columns(), null));
            }
            csv.flush();
        }
    },
    JSON {
        @Override
        void print(Rows rows, Writer out, boolean isInteractive) throws IOException {
            try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
                json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET).useDefaultPrettyPrinter();
                json.writeStartArray();
                while (rows.hasNext()) {
                    object(json, rows.next(), rows.columns());
                }
                json.writeEndArray();
                json.writeRaw('\n');
            }
        }
    },
    MD {
        @Override
        void print(Rows rows, Writer out, boolean isInteractive) throws IOException {
            List<Column> columns = rows.columns();
            out.write(markdown(columns.stream().map(Column::name).toList()));
            out.write(markdown(
                    columns.stream().map(c -> isNumber(c) ? "---:" : "---").toList()));
            while (rows.hasNext()) {
                out.write(markdown(cells(rows.next(), columns, "")));
            }
        }
    };

    private static final int SHOWN_ROWS = 40;

    /** Prints all rows; only {@code TABLE} for a person is cut, and says so. */
    abstract void print(Rows rows, Writer out, boolean isInteractive) throws IOException;

    /** The word of the option. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static List<@Nullable String> cells(Row row, List<Column> columns, @Nullable String forNull) {
        List<@Nullable String> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Object value = row.value(i);
            cells.add(value == null ? forNull : plain(value));
        }
        return cells;
    }

    private static String plain(Object value) {
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }

    private static int[] widths(List<List<String>> lines) {
        int[] widths = new int[lines.get(0).size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], length(line.get(i)));
            }
        }
        return widths;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String aligned(List<String> line, List<Column> columns, int[] widths) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = line.get(i).replaceAll("\\R", " ");
            String blanks = " ".repeat(Math.max(0, widths[i] - length(cell)));
            text.append(i == 0 ? "" : "  ").append(isNumber(columns.get(i)) ? blanks + cell : cell + blanks);
        }
        return text.toString().stripTrailing() + "\n";
    }

    private static boolean isNumber(Column column) {
        Type.Kind kind = column.type().kind();
        return kind == Type.Kind.INTEGER || kind == Type.Kind.DOUBLE || kind == Type.Kind.DECIMAL;
    }

    private static String markdown(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.replace("|", "\\|").replaceAll("\\R", " "))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static void object(JsonGenerator json, Row row, List<Column> columns) throws IOException {
        json.writeStartObject();
        for (int i = 0; i < columns.size(); i++) {
            json.writeFieldName(columns.get(i).name());
            value(json, row.value(i));
        }
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value.toString());
        }
    }
}
