package cartera.reports.text;

import cartera.reports.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * One language, read from {@code messages/CODE.yaml}: its sentences, plural rule, number and date forms. Nothing else lists the languages: a new one is a new file.
 */
public final class Language {

    private final String code;
    private final Locale locale;
    private final Plural plural;
    private final SortedMap<String, Message> messages;
    private final Numbers numbers;
    private final String currency;

    private Language(String code, Locale locale, Plural plural, SortedMap<String, Message> messages, String currency) {
        this.code = code;
        this.locale = locale;
        this.plural = plural;
        this.messages = Collections.unmodifiableSortedMap(messages);
        this.numbers = new Numbers(locale);
        this.currency = currency;
    }

    /** The codes of all languages there are, sorted. */
    public static List<String> codes() {
        return Languages.codes();
    }

    /**
     * The language of a tag such as {@code es} or {@code es-MX}: the words are the language's, numbers are written as the region does.
     *
     * @throws IllegalArgumentException naming the languages there are
     */
    public static Language of(String tag) {
        String code = Locale.forLanguageTag(tag).getLanguage();
        try (InputStream yaml = Language.class.getResourceAsStream("/cartera/messages/" + code + ".yaml")) {
            if (yaml == null || code.isEmpty()) {
                throw new IllegalArgumentException(
                        "Invalid language: %s (there are %s)".formatted(tag, String.join(", ", codes())));
            }
            return read(code, yaml).in(tag);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a language file; {@code locale}, {@code plural} and {@code messages} must be there. */
    static Language read(String code, InputStream yaml) {
        Object document =
                new Load(LoadSettings.builder().setLabel(code + ".yaml").build()).loadFromInputStream(yaml);
        if (!(document instanceof Map<?, ?> file) || !(file.get("messages") instanceof Map<?, ?> texts)) {
            throw new IllegalArgumentException("Invalid language file %s.yaml: messages is missing".formatted(code));
        }
        SortedMap<String, Message> messages = new TreeMap<>();
        texts.forEach((key, node) -> messages.put(key.toString(), Message.parse(key.toString(), node)));
        Plural plural = Plural.valueOf(String.valueOf(file.get("plural")).toUpperCase(Locale.ROOT));
        return new Language(code, Locale.forLanguageTag(String.valueOf(file.get("locale"))), plural, messages, "");
    }

    private Language in(String tag) {
        Locale region = Locale.forLanguageTag(tag);
        return region.getCountry().isEmpty() ? this : new Language(code, region, plural, messages, currency);
    }

    /** The same language, writing money in this currency (ISO code). */
    public Language withCurrency(String isoCode) {
        return new Language(code, locale, plural, messages, symbol(isoCode));
    }

    public String code() {
        return code;
    }

    /** Language and region, such as {@code es-MX}. */
    public String tag() {
        return locale.toLanguageTag();
    }

    public Locale locale() {
        return locale;
    }

    public String currency() {
        return currency;
    }

    public Numbers numbers() {
        return numbers;
    }

    /** A bare number, where a heading names its unit. */
    public String number(BigDecimal number, int decimals) {
        return (number.signum() < 0 ? Numbers.MINUS : "") + numbers.magnitude(number, decimals);
    }

    /** The same with its sign also where it is positive. */
    public String change(BigDecimal number, int decimals) {
        return (number.signum() > 0 ? "+" : "") + number(number, decimals);
    }

    /** The sentence of a key; an argument is a {@link Value}, a {@link Scaled} one, a {@link Sentence} or a String. */
    public Sentence say(String key, Map<String, ?> arguments) {
        Message message = message(key);
        Speaker speaker = new Speaker(this);
        speaker.say(
                template(key, message.by().isEmpty() ? BigDecimal.ONE : number(key, arguments.get(message.by()))),
                arguments);
        return speaker.sentence();
    }

    /** The text of a key that has no values in it. */
    public String word(String key) {
        return say(key, Map.of()).text();
    }

    /** The text of a key whose arguments are texts. */
    public String word(String key, Map<String, String> arguments) {
        return say(key, arguments).text();
    }

    /** The name of a code, such as {@code segment.rfm} {@code at_risk}; the code itself where the language does not know it. */
    public String name(String group, String name) {
        String key = group + "." + name;
        return has(key) ? word(key) : name;
    }

    public boolean has(String key) {
        return messages.containsKey(key);
    }

    /** The names of what the sentence of a key needs. */
    public Set<String> arguments(String key) {
        return message(key).arguments();
    }

    /** A date for people. */
    public String date(LocalDate date) {
        return formatter("pattern.date").format(date);
    }

    /** Day and month, where the year is known. */
    public String day(LocalDate date) {
        return formatter("pattern.day").format(date);
    }

    /** The name of the date's month, as it stands alone. */
    public String month(LocalDate date) {
        return formatter("pattern.month").format(date);
    }

    public String moment(Instant instant, ZoneId zone) {
        return formatter("pattern.moment").format(instant.atZone(zone));
    }

    /** All keys, for the test that languages agree. */
    Set<String> keys() {
        return messages.keySet();
    }

    Message message(String key) {
        Message message = messages.get(key);
        if (message == null) {
            throw new IllegalArgumentException("Invalid message: %s (%s.yaml does not have it)".formatted(key, code));
        }
        return message;
    }

    Plural plural() {
        return plural;
    }

    Template template(String key, BigDecimal number) {
        Message message = message(key);
        Template form = message.forms().get(message.by().isEmpty() ? "other" : plural.form(number));
        if (form == null) {
            throw new IllegalArgumentException(
                    "Invalid message: %s (%s.yaml lacks a plural form)".formatted(key, code));
        }
        return form;
    }

    /** A number in its unit: sign, magnitude and what stands around them. */
    String frame(String frame, String sign, String magnitude) {
        StringBuilder text = new StringBuilder();
        for (Template.Part part : template("number." + frame, BigDecimal.ONE).parts()) {
            text.append(part.literal());
            text.append(
                    switch (part.argument()) {
                        case "sign" -> sign;
                        case "n" -> magnitude;
                        case "currency" -> currency;
                        default -> "";
                    });
        }
        return text.toString().strip();
    }

    private DateTimeFormatter formatter(String key) {
        return DateTimeFormatter.ofPattern(word(key), locale);
    }

    private static BigDecimal number(String key, @Nullable Object argument) {
        if (argument instanceof Value value) {
            return value.number();
        }
        throw new IllegalArgumentException(
                "Invalid argument of %s: %s (its plural needs a value)".formatted(key, argument));
    }

    /** Signs that the bundled font has; other currencies go by their code. */
    private static String symbol(String isoCode) {
        return switch (isoCode) {
            case "RUB" -> "₽";
            case "EUR" -> "€";
            case "USD", "MXN" -> "$";
            case "GBP" -> "£";
            case "KZT" -> "₸";
            case "UAH" -> "₴";
            default -> isoCode;
        };
    }
}
