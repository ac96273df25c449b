package cartera.reports.text;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How a language counts things. The forms are those of Unicode CLDR, for whole numbers. */
enum Plural {
    /** One form for all numbers. */
    OTHER {
        @Override
        String form(long n) {
            return "other";
        }
    },
    /** One, and all others: English, Spanish. */
    ONE_OTHER {
        @Override
        String form(long n) {
            return n == 1 ? "one" : "other";
        }
    },
    /** 1 21 31, 2-4 22-24, 5-20: Russian, Ukrainian, Serbian. */
    EAST_SLAVIC {
        @Override
        String form(long n) {
            boolean teen = n % 100 >= 11 && n % 100 <= 14;
            if (teen || n % 10 == 0 || n % 10 >= 5) {
                return "many";
            }
            return n % 10 == 1 ? "one" : "few";
        }
    };

    abstract String form(long n);

    /** The form of a number as it is written: in whole things. */
    String form(BigDecimal number) {
        return form(number.setScale(0, RoundingMode.HALF_UP).abs().longValue());
    }
}
