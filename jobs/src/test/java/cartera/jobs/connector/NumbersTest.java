package cartera.jobs.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cartera.jobs.connector.Numbers.Leniency;
import cartera.jobs.read.Reason;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    private static final Set<Leniency> STRICT = Set.of();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "-0 | 0",
                "+7 | 7",
                "\u22127 | -7",
                ".5 | 0.5",
                "5. | 5",
                "007 | 7",
                "1 234,56 | 1234.56",
                "1\u00A0234\u00A0567.8 | 1234567.8",
                "12\u202F345 | 12345",
                "1\u2009000 | 1000",
                "1,234 | 1.234",
                "9999999999999999.99 | 9999999999999999.99",
            })
    void theStrictFormsAreRead(String text, BigDecimal expected) throws BadValue {
        assertThat(Numbers.parse(text, STRICT)).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+",
                ".",
                ",",
                "--1",
                "1-",
                "1e5",
                "1E5",
                "NaN",
                "Infinity",
                "0x10",
                "1_000",
                "1,234.56",
                "1.234,56",
                "1'000",
                "(1)",
                "1 руб.",
                "$1",
                "\u0661",
                "\uFF11",
                "1\u200B0",
                "н/д",
                "NULL",
                "#N/A",
                "12 34",
                "1 2345",
                "1234 567",
                "1  234",
                "1 234\u00A0567",
                "1 234,5 6",
                "10000000000000000",
                "1 ,5"
            })
    void whatIsNotOneIsNoNumber(String text) {
        assertThatThrownBy(() -> Numbers.parse(text, STRICT))
                .isInstanceOfSatisfying(
                        BadValue.class, e -> assertThat(e.reason()).isEqualTo(Reason.NUMBER));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "350 000 ₽ | 350000 | CURRENCY",
                "1 234,50 руб. | 1234.50 | CURRENCY",
                "R$ 12 | 12 | CURRENCY",
                "100 KZT | 100 | CURRENCY",
                "(1 234,56) | -1234.56 | PARENTHESES",
                "1'234'567.8 | 1234567.8 | APOSTROPHES",
                "30% | 30 | PERCENT",
                "1,234,567.8 | 1234567.8 | COMMA_GROUPS",
                "3,522.00 | 3522 | COMMA_GROUPS",
                "1.234,5 | 1234.5 | POINT_GROUPS",
            })
    void whatAConnectorDeclaresIsReadAndNothingElse(String text, BigDecimal expected, Leniency leniency)
            throws BadValue {
        assertThat(Numbers.parse(text, EnumSet.of(leniency))).isEqualByComparingTo(expected);
        assertThatThrownBy(() -> Numbers.parse(text, EnumSet.complementOf(EnumSet.of(leniency))))
                .isInstanceOf(BadValue.class);
    }

    @Test
    void aRealDigitBeyondTheScaleIsRefusedUnlessRoundingIsDeclared() throws BadValue {
        assertThatThrownBy(() -> Numbers.fit(new BigDecimal("0.005"), 18, 2, false))
                .isInstanceOfSatisfying(
                        BadValue.class, e -> assertThat(e.reason()).isEqualTo(Reason.SCALE));
        assertThat(Numbers.fit(new BigDecimal("0.005"), 18, 2, true)).isEqualTo("0.01");
        assertThat(Numbers.fit(new BigDecimal("231.7400"), 18, 2, false)).isEqualTo("231.74");
        assertThat(Numbers.fit(new BigDecimal("0.0000"), 18, 2, false)).isEqualTo("0.00");
    }

    @RepeatedTest(50)
    void whatIsPrintedWithGroupsIsReadBackExactly(org.junit.jupiter.api.RepetitionInfo repetition) throws BadValue {
        Random random = new Random(repetition.getCurrentRepetition());
        for (int i = 0; i < 200; i++) {
            BigDecimal number = new BigDecimal(new BigInteger(random.nextInt(60), random), random.nextInt(5))
                    .multiply(BigDecimal.valueOf(random.nextBoolean() ? 1 : -1));
            if (number.precision() - number.scale() <= 16) {
                assertThat(Numbers.parse(printed(number, random), STRICT)).isEqualByComparingTo(number);
            }
        }
    }

    /** With groups of three by some blank, either decimal mark, some leading zeros and either minus. */
    private static String printed(BigDecimal number, Random random) {
        String[] parts = number.abs().toPlainString().split("\\.");
        String blank = new String[] {"", " ", "\u00A0", "\u202F"}[random.nextInt(4)];
        String whole = parts[0].replaceAll("(?<=\\d)(?=(\\d{3})+$)", blank);
        String fraction = parts.length == 1 ? "" : (random.nextBoolean() ? "." : ",") + parts[1];
        String minus = random.nextBoolean() ? "-" : "\u2212";
        return (number.signum() < 0 ? minus : "") + whole + fraction;
    }

    @RepeatedTest(20)
    void noTextEverEscapesWithAnotherError(org.junit.jupiter.api.RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String letters = "0123456789  \u00A0.,+-\u2212()'%₽eE$руб";
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(12); n > 0; n--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            try {
                Numbers.parse(text.toString(), EnumSet.allOf(Leniency.class));
            } catch (BadValue e) {
                assertThat(e.reason()).isEqualTo(Reason.NUMBER);
            }
        }
    }
}
