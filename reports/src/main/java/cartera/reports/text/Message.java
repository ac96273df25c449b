package cartera.reports.text;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one key says: a single template, or one for each plural form of the argument {@code by}.
 *
 * @param by empty if there is a single template, under {@code other}
 */
record Message(String by, Map<String, Template> forms) {

    static Message parse(String key, Object node) {
        if (node instanceof Map<?, ?> map) {
            Map<String, Template> forms = new TreeMap<>();
            map.forEach((form, text) -> forms.put(form.toString(), Template.parse(text.toString())));
            Template by = forms.remove("by");
            return new Message(by == null ? "n" : by.literals(), forms);
        }
        if (node instanceof String text) {
            return new Message("", Map.of("other", Template.parse(text)));
        }
        throw new IllegalArgumentException(
                "Invalid message %s: %s (must be a text or plural forms)".formatted(key, node));
    }

    Set<String> arguments() {
        Set<String> names = new TreeSet<>();
        forms.values().forEach(template -> names.addAll(template.arguments()));
        return names;
    }

    /** All that this key can print, for the test of the font. */
    String literals() {
        StringBuilder text = new StringBuilder();
        forms.values().forEach(template -> text.append(template.literals()));
        return text.toString();
    }
}
