package cartera.sample;

import java.math.BigDecimal;

/** Money is counted in whole kopecks and written with two decimals. */
final class Money {

    private Money() {}

    static String text(long kopecks) {
        return BigDecimal.valueOf(kopecks, 2).toPlainString();
    }

    /** Whole roubles, halves up: what amoCRM keeps. */
    static long roubles(long kopecks) {
        return Math.floorDiv(kopecks + 50, 100);
    }

    /** The percentage of a non-negative amount, halves up. */
    static long percent(long kopecks, int percent) {
        return (kopecks * percent + 50) / 100;
    }

    /** The tax that a gross amount holds, halves up. */
    static long taxWithin(long gross, int percent) {
        return (gross * percent * 2 + 100 + percent) / (2L * (100 + percent));
    }

    /** A price as a price list has it: rounded to ten kopecks. */
    static long listPrice(double kopecks) {
        return StrictMath.round(kopecks / 10) * 10;
    }
}
