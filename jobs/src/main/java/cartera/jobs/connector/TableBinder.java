package cartera.jobs.connector;

import cartera.jobs.connector.ValueSpec.Origin;
import cartera.jobs.read.Row;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Binds to the headers of a table; remembers which columns anybody takes. */
final class TableBinder extends Binder {

    private final Headers headers;
    private final BitSet taken = new BitSet();

    TableBinder(Map<String, ValueSpec> fields, Headers headers) {
        super(fields);
        this.headers = headers;
    }

    BitSet taken() {
        return taken;
    }

    @Override
    String carriedLabel(ValueSpec spec) {
        if (!(spec.origin() instanceof Origin.Cells cells)) {
            return spec.label();
        }
        List<String> found = new ArrayList<>();
        for (int column : headers.find(cells.headers())) {
            found.add(headers.name(column).strip());
        }
        return found.isEmpty() ? spec.label() : String.join(", ", found);
    }

    @Override
    Scope.Getter carried(Origin origin) {
        int[] columns = headers.find(((Origin.Cells) origin).headers());
        for (int column : columns) {
            taken.set(column);
        }
        return scope -> pieces(Objects.requireNonNull(scope.row()), columns);
    }

    private static List<Piece> pieces(Row row, int[] columns) {
        List<Piece> pieces = new ArrayList<>(columns.length);
        for (int column : columns) {
            String text = column < row.cells().length ? row.cells()[column] : "";
            if (row.cellFaults().containsKey(column)) {
                pieces.add(new Piece(text, column, row.cellFaults().get(column)));
            } else if (!text.isBlank()) {
                pieces.add(new Piece(text, column, null));
            }
        }
        return pieces;
    }

    @Override
    @Nullable
    String tail(ValueSpec spec) {
        if (spec.origin() instanceof Origin.Cells cells) {
            for (int column : headers.find(cells.headers())) {
                String code = Currencies.ofHeader(headers.name(column));
                if (code != null) {
                    return code;
                }
            }
        }
        return null;
    }
}
