package cartera.jobs.read;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file. Each record is parsed by itself, so that a damaged one costs only itself: reading resumes at the next
 * physical line. A quote that is not closed within 100 lines is no quote that anybody meant.
 */
public final class CsvTable implements Table {

    static final int MAX_RECORD_LINES = 100;
    static final int MAX_RECORD_CHARS = 1 << 20;
    static final int MAX_FIELD_CHARS = 1 << 16;
    static final int MAX_COLUMNS = 16_384;

    private final Lines lines;
    private final Deque<Line> ahead = new ArrayDeque<>();
    private final char delimiter;
    private final CsvReader.CsvReaderBuilder parser;
    private boolean endsWithoutLineEnd;

    private CsvTable(Lines lines, char delimiter) {
        this.lines = lines;
        this.delimiter = delimiter;
        this.parser = CsvReader.builder().fieldSeparator(delimiter).skipEmptyLines(false);
    }

    /**
     * Opens a file. A first line {@code sep=;} sets the delimiter and is a row of its own.
     *
     * @param delimiter between the fields
     */
    public static CsvTable open(Path file, Encoding encoding, char delimiter) throws IOException {
        Lines lines = new Lines(file, encoding);
        Line first = lines.next();
        boolean isSeparatorLine = first != null
                && first.text().length() == 5
                && first.text().toLowerCase(Locale.ROOT).startsWith("sep=");
        char separator = first != null && isSeparatorLine ? first.text().charAt(4) : delimiter;
        CsvTable table = new CsvTable(lines, separator);
        if (first != null) {
            table.ahead.add(first);
        }
        return table;
    }

    @Override
    public @Nullable Row next() throws IOException {
        Line first = line();
        if (first == null) {
            return null;
        }
        endsWithoutLineEnd = first.end().isEmpty();
        if (first.fault() != null) {
            return Row.damaged(first.number(), first.fault());
        }
        if (first.text().indexOf('"') < 0) {
            return parse(first.number(), first.text());
        }
        return quoted(first);
    }

    /** Joins physical lines until every quote is closed; gives up and keeps only the first line as damaged. */
    private Row quoted(Line first) throws IOException {
        StringBuilder text = new StringBuilder(first.text());
        List<Line> taken = new ArrayList<>();
        Quotes quotes = new Quotes(delimiter);
        quotes.read(first.text());
        String end = first.end();
        while (quotes.isOpen()) {
            Line next = taken.size() < MAX_RECORD_LINES && text.length() < MAX_RECORD_CHARS ? line() : null;
            if (next == null) {
                giveBack(taken);
                return Row.damaged(first.number(), unclosed(first));
            }
            taken.add(next);
            if (next.fault() != null) {
                return Row.damaged(first.number(), next.fault());
            }
            text.append(end).append(next.text());
            quotes.read(end);
            quotes.read(next.text());
            end = next.end();
        }
        endsWithoutLineEnd = end.isEmpty();
        return parse(first.number(), text.toString());
    }

    private static Fault unclosed(Line first) {
        return new Fault(Reason.QUOTE, "the quote of line %d is not closed".formatted(first.number()));
    }

    private void giveBack(List<Line> taken) {
        for (int i = taken.size() - 1; i >= 0; i--) {
            ahead.addFirst(taken.get(i));
        }
    }

    private @Nullable Line line() throws IOException {
        if (!ahead.isEmpty()) {
            return ahead.poll();
        }
        return lines.next();
    }

    private Row parse(long number, String text) {
        if (text.length() > MAX_RECORD_CHARS) {
            return tooLong(number, "a record of more than %d letters".formatted(MAX_RECORD_CHARS));
        }
        if (text.isEmpty()) {
            return new Row(number, new String[0]);
        }
        try {
            CsvRecord record = parser.ofCsvRecord(text).iterator().next();
            return checked(number, record.getFields().toArray(String[]::new));
        } catch (CsvParseException e) {
            return Row.damaged(number, new Fault(Reason.QUOTE, "text after a closing quote"));
        } catch (NoSuchElementException e) {
            return new Row(number, new String[0]);
        }
    }

    private static Row checked(long number, String[] cells) {
        if (cells.length > MAX_COLUMNS) {
            return tooLong(number, "more than %d fields".formatted(MAX_COLUMNS));
        }
        for (String cell : cells) {
            if (cell.length() > MAX_FIELD_CHARS) {
                return tooLong(number, "a field of more than %d letters".formatted(MAX_FIELD_CHARS));
            }
        }
        return new Row(number, cells);
    }

    private static Row tooLong(long number, String detail) {
        return Row.damaged(number, new Fault(Reason.TOO_LONG, detail));
    }

    @Override
    public String position(long line, int column) {
        return "line " + line;
    }

    @Override
    public boolean mayEndEarly() {
        return false;
    }

    @Override
    public List<String> notices() {
        List<String> notices = new ArrayList<>(lines.notices());
        if (endsWithoutLineEnd) {
            notices.add("the last line has no line end: the file may be cut");
        }
        return notices;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    /** Follows quotes from field to field as RFC 4180 has them: a quote opens only at the start of a field. */
    private static final class Quotes {

        private enum State {
            FIELD_START,
            PLAIN,
            INSIDE,
            AFTER_QUOTE
        }

        private final char delimiter;
        private State state = State.FIELD_START;

        Quotes(char delimiter) {
            this.delimiter = delimiter;
        }

        boolean isOpen() {
            return state == State.INSIDE;
        }

        void read(String text) {
            for (int i = 0; i < text.length(); i++) {
                state = after(text.charAt(i));
            }
        }

        private State after(char c) {
            if (c == '"') {
                return switch (state) {
                    case FIELD_START, AFTER_QUOTE -> State.INSIDE;
                    case INSIDE -> State.AFTER_QUOTE;
                    case PLAIN -> State.PLAIN;
                };
            }
            return state == State.INSIDE ? State.INSIDE : c == delimiter ? State.FIELD_START : State.PLAIN;
        }
    }
}
