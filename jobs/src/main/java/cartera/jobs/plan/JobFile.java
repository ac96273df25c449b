package cartera.jobs.plan;

import cartera.jobs.engine.EngineException;
import cartera.jobs.engine.duckdb.SqlTables;
import cartera.jobs.lake.Column;
import cartera.jobs.lake.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a job from its file: a header of comment lines ({@code -- about}, {@code grain}, {@code column}, {@code check},
 * {@code java}; a line indented under another continues it) and one SELECT.
 */
final class JobFile {

    private static final Pattern WORD = Pattern.compile("-- (about|grain|column|check|java)\\s+(.*)");
    private static final Pattern COLUMN = Pattern.compile("(\\S+)\\s+(\\w+(?:\\(\\d+,\\s*\\d+\\))?)(?:\\s+(.*))?");
    private static final Pattern CONTINUED = Pattern.compile("--\\s{4,}(\\S.*)");

    private final String file;
    private final String name;
    private final String sql;
    private final List<String> faults = new ArrayList<>();
    private String about = "";
    private List<String> grain = List.of();
    private final List<Column> columns = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    private @Nullable String step;

    private JobFile(String file, String name, String sql) {
        this.file = file;
        this.name = name;
        this.sql = sql;
    }

    /**
     * The job that the text describes; everything wrong with it is told at once by a {@link JobFault}.
     *
     * @param file where it stands, for messages
     */
    static Job parse(String file, String name, String sql, SqlTables tables) {
        return new JobFile(file, name, sql).parse(tables);
    }

    private Job parse(SqlTables tables) {
        header();
        checkDeclarations();
        Set<String> reads = reads(tables);
        if (!faults.isEmpty()) {
            throw new JobFault(file, faults);
        }
        return new Job(name, about, grain, List.copyOf(columns), List.copyOf(checks), step, sql, reads);
    }

    private void header() {
        List<String> lines = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        String[] text = sql.split("\n", -1);
        for (int i = 0; i < text.length && text[i].startsWith("--"); i++) {
            Matcher continued = CONTINUED.matcher(text[i]);
            if (continued.matches() && !lines.isEmpty()) {
                lines.set(lines.size() - 1, lines.get(lines.size() - 1) + " " + continued.group(1));
            } else {
                lines.add(text[i]);
                numbers.add(i + 1);
            }
        }
        for (int i = 0; i < lines.size(); i++) {
            line(numbers.get(i), lines.get(i));
        }
    }

    private void line(int number, String line) {
        Matcher word = WORD.matcher(line);
        if (!word.matches()) {
            if (!line.substring(2).isBlank()) {
                faults.add("line %d: Invalid header: %s (about, grain, column, check or java)".formatted(number, line));
            }
            return;
        }
        try {
            take(word.group(1), word.group(2).strip());
        } catch (IllegalArgumentException e) {
            faults.add("line %d: %s".formatted(number, e.getMessage()));
        }
    }

    private void take(String word, String value) {
        switch (word) {
            case "about" -> about = value;
            case "grain" -> grain = value.equals("one row") ? List.of() : List.of(value.split("\\s*,\\s*"));
            case "column" -> columns.add(column(value));
            case "check" -> checks.add(Check.parse(value));
            default -> step = value.contains(".") ? value : "cartera.jobs.score." + value;
        }
    }

    private static Column column(String value) {
        Matcher column = COLUMN.matcher(value);
        if (!column.matches()) {
            throw new IllegalArgumentException("Invalid column: %s (name type meaning)".formatted(value));
        }
        String meaning = column.group(3);
        return new Column(column.group(1), Type.parse(column.group(2)), meaning == null ? "" : meaning);
    }

    private void checkDeclarations() {
        if (about.isEmpty()) {
            faults.add("the header has no -- about");
        }
        if (columns.isEmpty()) {
            faults.add("the header has no -- column");
        }
        Set<String> names = new HashSet<>();
        for (Column column : columns) {
            if (!names.add(column.name())) {
                faults.add("column %s is declared twice".formatted(column.name()));
            }
        }
        for (String key : grain) {
            if (!names.contains(key)) {
                faults.add("grain names %s, which is no declared column".formatted(key));
            }
        }
    }

    private Set<String> reads(SqlTables tables) {
        try {
            return tables.of(sql);
        } catch (EngineException e) {
            faults.add(String.valueOf(e.getMessage()));
            return Set.of();
        }
    }
}
