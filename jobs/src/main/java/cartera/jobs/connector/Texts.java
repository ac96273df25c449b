package cartera.jobs.connector;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How texts are compared, cut and masked. What is stored is never changed by it. */
final class Texts {

    private static final int SHOWN_LETTERS = 200;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u2007\\u202F]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\u200B-\\u200F\\u2060\\uFEFF]");
    private static final Pattern PHONE = Pattern.compile("[+(]?[0-9][0-9 ().+-]{5,}");

    private Texts() {}

    /** For comparison: NFKC, no invisible letters, one blank between words, {@code ё} as {@code е}, lower case. */
    static String normalised(String text) {
        String nfkc = Normalizer.normalize(text, Normalizer.Form.NFKC);
        String visible = INVISIBLE.matcher(nfkc).replaceAll("");
        return BLANKS.matcher(visible)
                .replaceAll(" ")
                .strip()
                .toLowerCase(Locale.ROOT)
                .replace('ё', 'е');
    }

    /**
     * An id of ours for what its source gives none: {@code ~} and twelve hex digits of the SHA-256 of the normalised
     * parts, a phone by its last ten digits.
     */
    static String hash(List<String> parts) {
        StringBuilder key = new StringBuilder();
        for (String part : parts) {
            key.append(isPhone(part) ? lastTen(part) : normalised(part)).append('\n');
        }
        return "~" + HexFormat.of().formatHex(sha256(key.toString()), 0, 6);
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isPhone(String text) {
        return PHONE.matcher(text.strip()).matches();
    }

    private static String lastTen(String phone) {
        String digits = phone.replaceAll("[^0-9]", "");
        return digits.substring(Math.max(0, digits.length() - 10));
    }

    /** A value as a message may show it. */
    static String shown(String value) {
        String line = value.replaceAll("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069]", " ");
        return line.length() <= SHOWN_LETTERS ? line : line.substring(0, SHOWN_LETTERS - 1) + "…";
    }

    /** A personal value as a message may show it: its shape alone. */
    static String masked(String value) {
        return shown(value).replaceAll("\\p{L}", "x").replaceAll("\\p{Nd}", "9");
    }
}
