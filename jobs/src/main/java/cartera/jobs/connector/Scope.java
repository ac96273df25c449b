package cartera.jobs.connector;

import cartera.jobs.read.Row;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import net.sf.saxon.s9api.XdmItem;
import org.jspecify.annotations.Nullable;

/**
 * What the values of one record are taken from: its row or tree, the value or node that a row is being made for, and
 * the rows that were made of it before.
 */
final class Scope {

    /** Takes texts out of a record; filled ones only. */
    interface Getter {
        List<Piece> pieces(Scope scope);
    }

    private final @Nullable Row row;
    private final @Nullable XdmItem record;
    private final List<EntityRow> rows = new ArrayList<>();
    private @Nullable XdmItem node;
    private @Nullable Piece each;
    private final BitSet used = new BitSet();
    private long position = 1;

    private Scope(@Nullable Row row, @Nullable XdmItem record) {
        this.row = row;
        this.record = record;
        this.node = record;
    }

    static Scope of(Row row) {
        return new Scope(row, null);
    }

    static Scope of(XdmItem record) {
        return new Scope(null, record);
    }

    /** No record: only what stands beside them. */
    static Scope ofFile() {
        return new Scope(null, null);
    }

    /** The whole record again. */
    void leaveEach() {
        node = record;
        each = null;
        position = 1;
    }

    void enter(Piece piece, long number) {
        each = piece;
        position = number;
        use(piece);
    }

    /** Remembers that a cell was looked at and understood. */
    void use(Piece piece) {
        if (piece.column() >= 0) {
            used.set(piece.column());
        }
    }

    boolean isUsed(int column) {
        return used.get(column);
    }

    void enter(XdmItem item, long number) {
        node = item;
        each = Piece.of(item.getStringValue());
        position = number;
    }

    @Nullable
    Row row() {
        return row;
    }

    @Nullable
    XdmItem node() {
        return node;
    }

    @Nullable
    Piece each() {
        return each;
    }

    long position() {
        return position;
    }

    List<EntityRow> rows() {
        return rows;
    }

    /** The value of a column in the first row of an entity made of this record; null if there is none. */
    @Nullable
    Object same(String entity, String column) {
        for (EntityRow made : rows) {
            if (made.entity().name().equals(entity)) {
                return made.values()[made.entity().indexOf(column)];
            }
        }
        return null;
    }
}
