package cartera.jobs.ingest;

import java.util.regex.Pattern;

/** Text of others on one line of ours: what breaks the line or turns its direction becomes a question mark. */
final class OneLine {

    private static final Pattern DISTURBING =
            Pattern.compile("[\\p{Cntrl}\\u2028\\u2029\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    private OneLine() {}

    static String of(String text) {
        return DISTURBING.matcher(text).replaceAll("?");
    }
}
