package cartera.reports.sheet;

import cartera.reports.Typeface;
import java.awt.Font;

/** How many lines a text takes in a wrapped cell. Measured with the bundled font, which is a little wider than Calibri: rather a line too many than a text cut off. */
final class Lines {

    /** What a digit of the column's unit is wide, in points; and what a cell keeps free at its sides. */
    private static final double DIGIT = 5.25;

    private static final double PADDING = 3.75;
    private static final double INDENT = 6.75;

    /** DejaVu Sans Condensed by Calibri. */
    private static final double RATIO = 0.93;

    private Lines() {}

    static int of(String text, double columnCharacters, Font font, int indent) {
        double room = columnCharacters * DIGIT - PADDING - indent * INDENT;
        int lines = 0;
        for (String paragraph : text.split("\n", -1)) {
            lines += wrapped(paragraph, room, font);
        }
        return lines;
    }

    /** Breaks at spaces and after hyphens; a word wider than the cell goes on in the next line. */
    private static int wrapped(String paragraph, double room, Font font) {
        int lines = 1;
        double used = 0;
        for (String word : paragraph.split("(?<=[ -])", -1)) {
            double width = Typeface.width(word, font) * RATIO;
            double seen = Typeface.width(word.stripTrailing(), font) * RATIO;
            if (used > 0 && used + seen > room) {
                lines++;
                used = 0;
            }
            lines += (int) Math.max(0, Math.ceil(seen / room) - 1);
            used += width;
        }
        return lines;
    }
}
