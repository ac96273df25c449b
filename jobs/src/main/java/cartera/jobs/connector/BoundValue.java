package cartera.jobs.connector;

import cartera.jobs.connector.ValueSpec.Mode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value of a connector bound to the headers or paths of one file.
 *
 * @param label the headers or path, for messages
 */
record BoundValue(ValueSpec spec, String label, Scope.Getter getter) {

    /** Every text that means something, one for each value where cells hold several. */
    List<Piece> all(Scope scope) {
        List<Piece> taken = getter.pieces(scope);
        if (taken.isEmpty() || isPlain()) {
            return taken;
        }
        List<Piece> pieces = new ArrayList<>();
        for (Piece piece : taken) {
            for (String part : parts(piece.text())) {
                String text = stripped(part);
                if (piece.fault() != null || !text.isBlank() && !isMissing(text)) {
                    pieces.add(piece.with(text));
                } else {
                    scope.use(piece);
                }
            }
        }
        return pieces;
    }

    /** The one text that counts; null if there is none. */
    @Nullable
    Piece one(Scope scope) {
        List<Piece> pieces = all(scope);
        return pieces.isEmpty() ? null : pieces.get(spec.is(Mode.LAST) ? pieces.size() - 1 : 0);
    }

    private boolean isPlain() {
        return spec.split() == null
                && spec.strip().isEmpty()
                && spec.missing().isEmpty()
                && spec.leniencies().isEmpty();
    }

    private boolean isMissing(String text) {
        return !spec.missing().isEmpty() && spec.missing().contains(Texts.normalised(text))
                || Numbers.isDash(text, spec.leniencies());
    }

    private List<String> parts(String text) {
        return spec.split() == null ? List.of(text) : List.of(spec.split().split(text));
    }

    private String stripped(String text) {
        if (spec.strip().isEmpty()) {
            return text;
        }
        int start = 0;
        int end = text.length();
        while (start < end && isStripped(text.charAt(start))) {
            start++;
        }
        while (end > start && isStripped(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private boolean isStripped(char c) {
        return spec.strip().indexOf(c) >= 0 || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
