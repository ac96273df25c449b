package cartera.reports.text;

import java.math.BigDecimal;
import java.util.Locale;

/** The power of ten in which money is shown. */
public enum Scale {
    ONE(0),
    THOUSAND(3),
    MILLION(6),
    BILLION(9);

    /** From here 999,950 rounds to a million and not to a thousand thousands. */
    private static final BigDecimal ALMOST_THOUSAND = new BigDecimal("999.5");

    private final int power;

    Scale(int power) {
        this.power = power;
    }

    public int power() {
        return power;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For a number in a sentence: the largest in which it is at least 1. */
    static Scale ofText(BigDecimal size) {
        Scale chosen = ONE;
        while (chosen != BILLION && size.movePointLeft(chosen.power).compareTo(ALMOST_THOUSAND) >= 0) {
            chosen = values()[chosen.ordinal() + 1];
        }
        return chosen;
    }

    /** For a column whose largest number is {@code size}: one decimal must still show a change of one percent, so it goes up from ten of the next unit. */
    public static Scale ofColumn(BigDecimal size) {
        Scale chosen = ONE;
        while (chosen != BILLION && size.movePointLeft(chosen.power + 3).compareTo(BigDecimal.TEN) >= 0) {
            chosen = values()[chosen.ordinal() + 1];
        }
        return chosen;
    }
}
