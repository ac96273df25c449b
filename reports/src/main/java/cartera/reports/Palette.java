package cartera.reports;

/** The colours of all reports, RRGGBB. Colour means good or bad, never a segment; every text colour has a contrast of 4.6 or more on white. */
public final class Palette {

    public static final String INK = "1F2933";
    public static final String ACTUAL = "404040";
    public static final String HEADER_INK = "4A5560";
    /** The lightest text. */
    public static final String MUTED = "6B7785";
    /** Fills and lines, never text. */
    public static final String PREVIOUS = "A6A6A6";

    public static final String GOOD = "0F7B73";
    public static final String BAD = "C8442F";
    /** Fills and glyphs, never text. */
    public static final String WARN = "E0A100";

    /** What is expected: the line, and the bands around it from the likeliest outwards. */
    public static final String FORECAST = "2B6CB0";

    public static final String BAND_50 = "9DBFE2";
    public static final String BAND_80 = "C6DAEE";
    public static final String BAND_95 = "E3ECF6";

    public static final String LINK = "1F5FA8";
    public static final String HEADER_FILL = "F2F4F6";
    public static final String ROW_LINE = "E6E9ED";
    public static final String BAR_GOOD = "9CCFC9";
    public static final String BAR_BAD = "E39B8B";
    public static final String BAR_NEUTRAL = "B8C4D0";
    public static final String WHITE = "FFFFFF";
    public static final String SCALE_RISK = "F3B9AC";
    public static final String SCALE_WORSE = "F0A08D";
    public static final String SCALE_BETTER = "8CCBC4";
    public static final String SCALE_COHORT = "7FB0DC";
    public static final String TAB = FORECAST;

    private Palette() {}
}
