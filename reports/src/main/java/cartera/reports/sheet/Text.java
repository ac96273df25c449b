package cartera.reports.sheet;

/** What data may become a cell's text. */
final class Text {

    private static final int LONGEST = 32_000;

    private Text() {}

    /** Without control characters, which a workbook cannot hold, and cut with a sign where it is too long. */
    static String clean(String text) {
        String clean = text.codePoints()
                .map(c -> c < 0x20 && c != '\n' ? ' ' : c)
                .filter(c -> c != 0xFFFE && c != 0xFFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + " […]";
    }

    /** Whether a spreadsheet would take the text for a formula once somebody edits the cell. */
    static boolean isFormulaLike(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
    }
}
