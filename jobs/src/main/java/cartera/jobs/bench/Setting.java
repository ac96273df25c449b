package cartera.jobs.bench;

import cartera.jobs.bench.Headers.Role;
import cartera.jobs.read.Row;
import java.util.regex.Pattern;

/** A season or horizon: a whole number for all series, or a column that has one for each. */
record Setting(Role role, int constant, int column) {

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+([.,][0-9]*)?([eE][+-]?[0-9]+)?");
    private static final Pattern WHOLE = Pattern.compile("\\+?0*[1-9][0-9]{0,4}(\\.0*)?");
    private static final int MOST = 10_000;
    private static final int NO_COLUMN = -1;

    static Setting of(Role role, String given, Headers headers) {
        if (NUMBER.matcher(given.strip()).matches()) {
            return new Setting(role, whole(role, given, ""), NO_COLUMN);
        }
        return new Setting(role, 0, headers.find(role, given).orElseThrow());
    }

    boolean isColumn() {
        return column != NO_COLUMN;
    }

    int of(Row row) {
        return isColumn() ? whole(role, row.cells()[column], " in line " + row.line()) : constant;
    }

    private static int whole(Role role, String text, String where) {
        if (WHOLE.matcher(text.strip()).matches()) {
            int value = (int) Double.parseDouble(text.strip());
            if (value <= MOST) {
                return value;
            }
        }
        String shown = text.isBlank() ? "empty" : Headers.shown(text.strip());
        throw new UnusableTable(
                "its %s%s is %s; it must be a whole number from 1 to %d, or the header of a column of such"
                        .formatted(role.option().substring(2), where, shown, MOST));
    }
}
