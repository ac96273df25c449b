package cartera.jobs.score;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Phones in E.164 and e-mails in lower case: two spellings of one address become equal, what is no address is dropped. */
final class ContactValue {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;]+@[^\\s@,;]+\\.[^\\s@,;.]+");

    private ContactValue() {}

    /**
     * The normal form of an address as written, or empty if it is none.
     *
     * @param kind phone or email
     * @param currency the company's currency; a number without a country code is read as one of its country
     */
    static Optional<String> of(String kind, String value, @Nullable String currency) {
        return switch (kind) {
            case "phone" -> phone(value, region(currency));
            case "email" -> email(value);
            default -> Optional.empty();
        };
    }

    private static Optional<String> email(String value) {
        String email = value.strip().toLowerCase(Locale.ROOT);
        return EMAIL.matcher(email).matches() ? Optional.of(email) : Optional.empty();
    }

    private static Optional<String> phone(String value, String region) {
        PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = phones.parse(value, region);
            return phones.isValidNumber(number)
                    ? Optional.of(phones.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private static String region(@Nullable String currency) {
        return switch (currency == null ? "" : currency) {
            case "EUR" -> "ES";
            case "USD" -> "US";
            case "GBP" -> "GB";
            case "KZT" -> "KZ";
            case "BYN" -> "BY";
            case "UAH" -> "UA";
            case "BRL" -> "BR";
            case "MXN" -> "MX";
            case "ARS" -> "AR";
            case "CLP" -> "CL";
            case "COP" -> "CO";
            case "PEN" -> "PE";
            default -> "RU";
        };
    }
}
