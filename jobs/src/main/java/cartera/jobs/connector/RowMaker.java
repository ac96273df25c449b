package cartera.jobs.connector;

import cartera.jobs.connector.ConnectorSpec.Block;
import cartera.jobs.connector.Entity.Field;
import cartera.jobs.connector.ValueSpec.Origin;
import cartera.jobs.read.Reason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the rows of one entity out of a record. */
final class RowMaker {

    private final Block block;
    private final List<Field> fields;
    private final @Nullable BoundValue[] columns;
    private final Map<String, BoundValue> extra = new LinkedHashMap<>();
    private final Values values;
    private final ReadSettings settings;
    private final Binder.@Nullable Each each;

    RowMaker(Block block, Binder binder, ReadSettings settings) {
        this.block = block;
        this.fields = block.entity().fields();
        this.settings = settings;
        this.values = new Values(settings);
        this.each = block.each() == null ? null : binder.each(block.each());
        this.columns = new BoundValue[fields.size()];
        block.columns().forEach((column, spec) -> columns[block.entity().indexOf(column)] = binder.bind(spec));
        block.extra().forEach((key, spec) -> extra.put(key, binder.bind(spec)));
    }

    Block block() {
        return block;
    }

    /** Adds the rows to the scope. */
    void make(Scope scope, long line, LocalDate extractedOn) {
        if (each == null) {
            makeOne(scope, line, extractedOn);
        } else {
            each.forEach(scope, () -> makeOne(scope, line, extractedOn));
            scope.leaveEach();
        }
    }

    private void makeOne(Scope scope, long line, LocalDate extractedOn) {
        @Nullable Object[] made = new @Nullable Object[fields.size()];
        @Nullable BadRecord fault = null;
        for (int i = 0; i < made.length; i++) {
            try {
                made[i] = value(i, scope, extractedOn);
            } catch (BadRecord e) {
                fault = fault == null ? e : fault;
            }
        }
        if (fault == null && !isWanted(made)) {
            return;
        }
        if (fault != null) {
            throw fault;
        }
        requireFilled(made);
        requireSameSign(scope);
        requireOrder(made);
        EntityRow row = new EntityRow(block.entity(), made, line, extra(scope), block.repeat());
        if (block.repeat() == EntityRow.Repeat.LAST) {
            scope.rows().removeIf(earlier -> isSameKey(earlier, row));
        }
        scope.rows().add(row);
    }

    private @Nullable Object value(int i, Scope scope, LocalDate extractedOn) {
        BoundValue bound = columns[i];
        if (bound == null) {
            return null;
        }
        ValueSpec spec = bound.spec();
        if (spec.origin() instanceof Origin.Same same) {
            return scope.same(same.entity(), same.column());
        }
        Piece piece = bound.one(scope);
        if (piece == null) {
            piece = standard(spec, extractedOn);
        }
        if (piece != null) {
            scope.use(piece);
        }
        Field field = fields.get(i);
        if (piece != null && piece.fault() != null) {
            throw new BadRecord(
                    piece.column(),
                    bound.label(),
                    piece.fault().reason(),
                    piece.fault().detail());
        }
        Object value = piece == null ? null : typed(piece, bound, field);
        if (value == null && spec.is(ValueSpec.Mode.REQUIRED)) {
            throw new BadRecord(piece == null ? -1 : piece.column(), bound.label(), Reason.MISSING, "");
        }
        return value;
    }

    private @Nullable Piece standard(ValueSpec spec, LocalDate extractedOn) {
        String text = spec.standard();
        return text == null
                ? null
                : Piece.of(
                        switch (text) {
                            case "$currency" -> settings.currency();
                            case "$source" -> settings.source();
                            case "$extracted_on" -> extractedOn.toString();
                            default -> text;
                        });
    }

    private @Nullable Object typed(Piece piece, BoundValue bound, Field field) {
        try {
            return values.typed(piece.text(), bound.spec(), block.entity(), field);
        } catch (BadValue e) {
            String shown = field.isPersonal() ? Texts.masked(piece.text()) : Texts.shown(piece.text());
            throw new BadRecord(piece.column(), bound.label(), e.reason(), shown);
        }
    }

    private boolean isWanted(@Nullable Object[] made) {
        return block.when().isEmpty()
                || block.when().stream().anyMatch(column -> made[block.entity().indexOf(column)] != null);
    }

    private void requireFilled(@Nullable Object[] made) {
        boolean isLoose = block.isPartial()
                || block.tombstone() != null
                        && Boolean.TRUE.equals(made[block.entity().indexOf(block.tombstone())]);
        for (int i = 0; i < made.length; i++) {
            if (made[i] == null && isNeeded(fields.get(i), isLoose)) {
                BoundValue bound = columns[i];
                String label = bound == null ? fields.get(i).name() : bound.label();
                throw new BadRecord(-1, label, Reason.MISSING, "");
            }
        }
    }

    private boolean isNeeded(Field field, boolean isLoose) {
        return field.isRequired() && (!isLoose || block.entity().key().contains(field.name()));
    }

    /** Looks at the numbers as written: the sign may be what makes a return of a sale. */
    private void requireSameSign(Scope scope) {
        int seen = 0;
        for (String column : block.sameSign()) {
            BoundValue bound = Objects.requireNonNull(columns[block.entity().indexOf(column)]);
            Piece piece = bound.one(scope);
            int sign = piece == null ? 0 : sign(piece.text(), bound.spec());
            if (sign * seen < 0) {
                throw new BadRecord(
                        piece == null ? -1 : piece.column(),
                        bound.label(),
                        Reason.SIGN,
                        Texts.shown(piece == null ? "" : piece.text()));
            }
            seen = sign == 0 ? seen : sign;
        }
    }

    private void requireOrder(@Nullable Object[] made) {
        @Nullable LocalDate latest = null;
        for (String column : block.entity().inOrder()) {
            int i = block.entity().indexOf(column);
            LocalDate day = (LocalDate) made[i];
            if (day != null && latest != null && day.isBefore(latest)) {
                BoundValue bound = columns[i];
                throw new BadRecord(-1, bound == null ? column : bound.label(), Reason.ORDER, day.toString());
            }
            latest = day == null ? latest : day;
        }
    }

    private static int sign(String text, ValueSpec spec) {
        try {
            BigDecimal number = Numbers.parse(text, spec.leniencies());
            return number.signum();
        } catch (BadValue e) {
            return 0;
        }
    }

    private @Nullable String extra(Scope scope) {
        Map<String, String> texts = new LinkedHashMap<>();
        extra.forEach((key, bound) -> {
            List<Piece> pieces = bound.all(scope);
            if (!pieces.isEmpty()) {
                texts.put(
                        key, String.join(", ", pieces.stream().map(Piece::text).toList()));
            }
        });
        return Json.text(texts);
    }

    private static boolean isSameKey(EntityRow one, EntityRow other) {
        return one.entity().equals(other.entity())
                && one.entity().key().stream().allMatch(column -> {
                    int i = one.entity().indexOf(column);
                    return Objects.equals(one.values()[i], other.values()[i]);
                });
    }
}
