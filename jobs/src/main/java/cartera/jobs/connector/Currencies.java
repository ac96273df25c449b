package cartera.jobs.connector;

import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The codes of currencies by the signs, short and full names that exports give them. */
final class Currencies {

    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toSet());
    private static final Map<String, String> BY_NAME = names();

    private Currencies() {}

    /** The code of a sign, name or code; null if it is none of them. A bare dollar sign is the US dollar. */
    static @Nullable String code(String text) {
        if (CODES.contains(text)) {
            return BY_NAME.getOrDefault(text.toLowerCase(Locale.ROOT), text);
        }
        String name = Texts.normalised(text).replaceAll("\\.$", "");
        String code = name.toUpperCase(Locale.ROOT);
        return BY_NAME.containsKey(name) ? BY_NAME.get(name) : CODES.contains(code) ? code : null;
    }

    /** The code in the tail of a header such as {@code Бюджет ₽} or {@code Lead venda R$}; null if there is none. */
    static @Nullable String ofHeader(String header) {
        String[] words = Texts.normalised(header).split("[ ,()]+");
        return words.length < 2 ? null : code(words[words.length - 1]);
    }

    private static Map<String, String> names() {
        Map<String, String> names = new TreeMap<>();
        put(names, "RUB", "₽", "руб", "р", "рубль", "рубли", "российский рубль", "rur", "643", "810");
        put(names, "USD", "$", "us$", "доллар", "доллар сша", "долл", "840");
        put(names, "EUR", "€", "евро", "978");
        put(names, "KZT", "₸", "тг", "тенге", "398");
        put(names, "BRL", "r$", "real");
        put(names, "UAH", "₴", "грн", "гривна", "980");
        put(names, "BYN", "бел. руб", "белорусский рубль", "byr", "933");
        put(names, "UZS", "сум", "узбекский сум", "860");
        put(names, "KGS", "сом", "417");
        put(names, "CNY", "¥", "юань", "156");
        put(names, "GBP", "£", "826");
        return names;
    }

    private static void put(Map<String, String> names, String code, String... spellings) {
        for (String spelling : spellings) {
            names.put(spelling, code);
        }
    }
}
