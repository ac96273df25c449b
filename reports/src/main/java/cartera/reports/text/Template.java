package cartera.reports.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with arguments: {@code {name}} or {@code {name:form}}. */
record Template(List<Part> parts) {

    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\w+)(?::([\\w.]+))?}");

    /** Literal text if {@code argument} is empty, else an argument and the form it is written in. */
    record Part(String literal, String argument, String form) {}

    static Template parse(String text) {
        List<Part> parts = new ArrayList<>();
        int end = 0;
        for (Matcher m = ARGUMENT.matcher(text); m.find(); end = m.end()) {
            parts.add(new Part(text.substring(end, m.start()), "", ""));
            parts.add(new Part("", m.group(1), m.group(2) == null ? "" : m.group(2)));
        }
        parts.add(new Part(text.substring(end), "", ""));
        return new Template(parts);
    }

    Set<String> arguments() {
        Set<String> names = new TreeSet<>();
        parts.forEach(part -> names.add(part.argument()));
        names.remove("");
        return names;
    }

    String literals() {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.literal()));
        return text.toString();
    }
}
