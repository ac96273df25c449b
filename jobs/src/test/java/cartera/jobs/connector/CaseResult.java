package cartera.jobs.connector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a file gave, as CSV by file name: {@code <entity>.csv} with the line and every column that any row fills, {@code
 * custom_field.csv}, {@code rejected.csv}, {@code counts.csv}, {@code notices.csv}.
 */
final class CaseResult {

    private CaseResult() {}

    static Map<String, String> of(Collected collected, Counts counts) {
        Map<String, String> files = new TreeMap<>();
        Map<String, List<EntityRow>> entities = new LinkedHashMap<>();
        collected.rows.forEach(row -> entities.computeIfAbsent(row.entity().name(), k -> new ArrayList<>())
                .add(row));
        entities.forEach((name, rows) -> files.put(name + ".csv", table(rows)));
        put(files, "custom_field.csv", "custom field", collected.customFields);
        put(files, "notices.csv", "notice", collected.notices);
        put(
                files,
                "rejected.csv",
                "position,column,reason,value",
                collected.rejections.stream()
                        .map(r ->
                                csv(List.of(r.position(), r.column(), r.reason().code(), r.value())))
                        .toList());
        files.put(
                "counts.csv",
                "records,loaded,quarantined,blank,header,footer,extracted_at\n%d,%d,%d,%d,%d,%d,%s\n"
                        .formatted(
                                counts.records(),
                                counts.loaded(),
                                counts.quarantined(),
                                counts.blank(),
                                counts.header(),
                                counts.footer(),
                                counts.extractedAt() == null ? "" : counts.extractedAt()));
        return files;
    }

    private static void put(Map<String, String> files, String name, String header, List<String> lines) {
        if (!lines.isEmpty()) {
            files.put(name, header + "\n" + String.join("\n", lines) + "\n");
        }
    }

    private static String table(List<EntityRow> rows) {
        Entity entity = rows.get(0).entity();
        List<Integer> filled = new ArrayList<>();
        for (int i = 0; i < entity.fields().size(); i++) {
            int column = i;
            if (rows.stream().anyMatch(row -> row.values()[column] != null)) {
                filled.add(i);
            }
        }
        StringBuilder text = new StringBuilder();
        List<String> header = new ArrayList<>(List.of("line"));
        filled.forEach(i -> header.add(entity.fields().get(i).name()));
        header.add("extra");
        text.append(csv(header)).append('\n');
        for (EntityRow row : rows) {
            List<String> cells = new ArrayList<>(List.of(Long.toString(row.line())));
            filled.forEach(i -> cells.add(row.values()[i] == null ? "" : String.valueOf(row.values()[i])));
            cells.add(row.extra() == null ? "" : row.extra());
            text.append(csv(cells)).append('\n');
        }
        return text.toString();
    }

    private static String csv(List<String> cells) {
        return String.join(",", cells.stream().map(CaseResult::quoted).toList());
    }

    private static String quoted(String cell) {
        String line = cell.replace("\n", "\\n");
        return line.matches("(?s).*[,\"].*") ? '"' + line.replace("\"", "\"\"") + '"' : line;
    }
}
