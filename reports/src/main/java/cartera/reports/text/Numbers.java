package cartera.reports.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as people of a locale write them, and back. The minus is the real one (U+2212), rounding is half away from zero as in spreadsheets. */
public final class Numbers {

    static final String MINUS = "\u2212";

    private final DecimalFormatSymbols symbols;
    private final Pattern number;

    public Numbers(Locale locale) {
        symbols = DecimalFormatSymbols.getInstance(locale);
        String group = Pattern.quote(String.valueOf(symbols.getGroupingSeparator()));
        String point = Pattern.quote(String.valueOf(symbols.getDecimalSeparator()));
        number = Pattern.compile("[+" + MINUS + "]?\\d{1,3}(?:" + group + "\\d{3})+(?:" + point + "\\d+)?|[+" + MINUS
                + "]?\\d+(?:" + point + "\\d+)?");
    }

    /** The magnitude of a number, without its sign. */
    String magnitude(BigDecimal number, int decimals) {
        DecimalFormat format = new DecimalFormat(decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals), symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number.abs());
    }

    /** The numbers that stand in a text, in their order, with their signs. */
    public List<BigDecimal> parse(String text) {
        List<BigDecimal> found = new ArrayList<>();
        for (Matcher m = number.matcher(text); m.find(); ) {
            found.add(new BigDecimal(m.group()
                    .replace(String.valueOf(symbols.getGroupingSeparator()), "")
                    .replace(symbols.getDecimalSeparator(), '.')
                    .replace(MINUS, "-")));
        }
        return found;
    }
}
