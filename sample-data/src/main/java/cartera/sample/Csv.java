package cartera.sample;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** CSV as amoCRM writes it: commas, every cell in quotes, UTF-8 with a byte order mark. */
final class Csv {

    private Csv() {}

    static <T> byte[] quoted(List<T> rows, Map<String, Function<T, String>> columns) {
        StringBuilder text = new StringBuilder("\uFEFF");
        text.append(line(List.copyOf(columns.keySet())));
        for (T row : rows) {
            text.append(
                    line(columns.values().stream().map(cell -> cell.apply(row)).toList()));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(List<String> cells) {
        return cells.stream()
                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(",", "", "\n"));
    }

    /** Plain feed: {@code ;} between cells that never hold one. */
    static byte[] plain(List<String> header, List<List<String>> rows) {
        StringBuilder text = new StringBuilder(String.join(";", header)).append('\n');
        rows.forEach(row -> text.append(String.join(";", row)).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
