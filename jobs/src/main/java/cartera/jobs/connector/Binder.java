package cartera.jobs.connector;

import cartera.jobs.connector.ValueSpec.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Binds the values of a connector to one file; what comes straight from the carrier is left to its subclasses. */
abstract class Binder {

    /** The same names come again and again: their hashes are kept, up to so many. */
    private static final int KNOWN_HASHES = 10_000;

    /** Goes through what an entity is made for, one by one, with the scope at it. */
    interface Each {
        void forEach(Scope scope, Runnable body);
    }

    private final Map<String, ValueSpec> fields;
    private final Map<String, BoundValue> bound = new HashMap<>();

    Binder(Map<String, ValueSpec> fields) {
        this.fields = fields;
    }

    /** What the carrier yields for headers or a path. */
    abstract Scope.Getter carried(Origin origin);

    /** The currency in the tail of the header that a value is taken from; null if there is none. */
    abstract @Nullable String tail(ValueSpec spec);

    Each each(ValueSpec spec) {
        BoundValue values = bind(spec);
        return (scope, body) -> {
            long number = 0;
            for (Piece piece : values.all(scope)) {
                scope.enter(piece, ++number);
                body.run();
            }
        };
    }

    BoundValue bind(ValueSpec spec) {
        return new BoundValue(spec, label(spec), getter(spec.origin()));
    }

    private String label(ValueSpec spec) {
        return spec.origin() instanceof Origin.Named named
                ? field(named.field()).label()
                : carriedLabel(spec);
    }

    /** What a message calls a value that comes straight from the carrier. */
    abstract String carriedLabel(ValueSpec spec);

    private BoundValue field(String name) {
        BoundValue known = bound.get(name);
        if (known == null) {
            known = bind(Objects.requireNonNull(fields.get(name), name));
            bound.put(name, known);
        }
        return known;
    }

    private Scope.Getter getter(Origin origin) {
        if (origin instanceof Origin.Named named) {
            return field(named.field())::all;
        } else if (origin instanceof Origin.Hash hash) {
            return hash(hash);
        } else if (origin instanceof Origin.Tail tail) {
            String code = tail(field(tail.field()).spec());
            return code == null ? scope -> List.of() : scope -> List.of(Piece.of(code));
        } else if (origin instanceof Origin.Each) {
            return scope -> scope.each() == null ? List.of() : List.of(scope.each());
        } else if (origin instanceof Origin.Cells || origin instanceof Origin.Path) {
            return carried(origin);
        }
        return scope -> List.of();
    }

    private Scope.Getter hash(Origin.Hash hash) {
        List<List<BoundValue>> parts = new ArrayList<>();
        hash.fields().forEach(any -> parts.add(any.stream().map(this::field).toList()));
        Map<List<String>, List<Piece>> known = new HashMap<>();
        return scope -> {
            List<String> texts =
                    parts.stream().map(any -> firstFilled(any, scope)).toList();
            if (known.size() == KNOWN_HASHES) {
                known.clear();
            }
            return known.computeIfAbsent(texts, Binder::hashed);
        };
    }

    private static List<Piece> hashed(List<String> texts) {
        return texts.stream().allMatch(String::isEmpty) ? List.of() : List.of(Piece.of(Texts.hash(texts)));
    }

    private static String firstFilled(List<BoundValue> values, Scope scope) {
        return values.stream()
                .flatMap(value -> value.all(scope).stream())
                .map(Piece::text)
                .findFirst()
                .orElse("");
    }
}
