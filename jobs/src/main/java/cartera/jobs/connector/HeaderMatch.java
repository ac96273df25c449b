package cartera.jobs.connector;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A spelling of a header in a connector: exact, or {@code /a regular expression/} over the whole of it. Both are blind
 * to case, blanks and the letter {@code ё}.
 */
record HeaderMatch(String spelling, Pattern pattern) {

    static HeaderMatch of(String spelling) throws PatternSyntaxException {
        Matcher regex = Pattern.compile("/(.*)/").matcher(spelling);
        String pattern = regex.matches() ? regex.group(1) : Pattern.quote(Texts.normalised(spelling));
        return new HeaderMatch(spelling, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    /** @param header already normalised */
    boolean matches(String header) {
        return pattern.matcher(header).matches();
    }
}
