package cartera.reports.text;

import cartera.reports.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds one sentence: writes literals, words the values, and remembers them. */
final class Speaker {

    private final Language language;
    private final StringBuilder text = new StringBuilder();
    private final List<Mention> mentions = new ArrayList<>();

    Speaker(Language language) {
        this.language = language;
    }

    Sentence sentence() {
        return new Sentence(text.toString(), mentions);
    }

    void say(Template template, Map<String, ?> arguments) {
        for (Template.Part part : template.parts()) {
            text.append(part.literal());
            if (!part.argument().isEmpty()) {
                argument(part, arguments.get(part.argument()));
            }
        }
    }

    private void argument(Template.Part part, @Nullable Object argument) {
        if (argument instanceof Value value) {
            value(value, part.form());
        } else if (argument instanceof Scaled scaled) {
            number(scaled.value(), "signed", new Written("plain", scaled.power(), scaled.decimals()));
        } else if (argument instanceof Sentence sentence) {
            text.append(sentence.text());
            mentions.addAll(sentence.mentions());
        } else if (argument instanceof String words) {
            text.append(words);
        } else {
            throw new IllegalArgumentException("Invalid argument %s: %s (must be a value, a sentence or a text)"
                    .formatted(part.argument(), argument));
        }
    }

    private void value(Value value, String form) {
        boolean isPlural = !form.isEmpty() && !form.equals("abs") && !form.equals("signed");
        if (isPlural) {
            say(language.template("count." + form, value.number()), Map.of("n", value));
        } else {
            number(value, form, Written.of(value));
        }
    }

    private void number(Value value, String form, Written written) {
        String magnitude =
                language.numbers().magnitude(value.number().movePointLeft(written.power()), written.decimals());
        String sign = form.equals("abs") ? "" : sign(value.number(), written, form);
        text.append(language.frame(written.frame(), sign, magnitude));
        mentions.add(new Mention(value, written.power(), written.decimals(), form.equals("abs")));
    }

    private static String sign(BigDecimal number, Written written, String form) {
        int sign = number.movePointLeft(written.power())
                .setScale(written.decimals(), RoundingMode.HALF_UP)
                .signum();
        if (sign < 0) {
            return Numbers.MINUS;
        }
        return sign > 0 && form.equals("signed") ? "+" : "";
    }

    /** In which unit and how exactly a number is written: at least two significant digits, no more than people read. */
    private record Written(String frame, int power, int decimals) {

        private static final BigDecimal TENTH = new BigDecimal("0.0995");

        static Written of(Value value) {
            BigDecimal size = value.number().abs();
            return switch (value.unit()) {
                case MONEY -> money(size);
                case SHARE -> new Written("percent", -2, size.compareTo(TENTH) < 0 ? 1 : 0);
                case POINTS -> new Written("points", 0, 1);
                case TIMES -> new Written("plain", 0, 1);
                case COUNT, CUSTOMERS, DAYS, TEXT, DATE -> new Written("plain", 0, 0);
            };
        }

        private static Written money(BigDecimal size) {
            Scale scale = Scale.ofText(size);
            BigDecimal shown = size.movePointLeft(scale.power());
            boolean isFine = scale != Scale.ONE && shown.compareTo(new BigDecimal("99.95")) < 0;
            return new Written("money." + scale.code(), scale.power(), isFine ? 1 : 0);
        }
    }
}
