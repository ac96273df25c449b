package cartera.jobs.score;

import static cartera.jobs.engine.Row.required;

import cartera.jobs.engine.Row;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A customer card of a source, with what identifies it for the tax office. Cards are ordered as they became known: by the
 * version of the lake that first had them, then by id.
 *
 * @param kpp the branch; kept only for organisations with an INN
 */
record Card(
        String source,
        String entity,
        String id,
        long firstVersion,
        @Nullable String inn,
        @Nullable String kpp) implements Comparable<Card> {

    private static final int ORGANISATION_INN_DIGITS = 10;

    private static final Comparator<Card> AS_KNOWN = Comparator.comparingLong(Card::firstVersion)
            .thenComparing(Card::id)
            .thenComparing(Card::entity)
            .thenComparing(Card::source);

    Card {
        if (inn == null || inn.length() != ORGANISATION_INN_DIGITS) {
            kpp = null;
        }
    }

    static Card of(Row row) {
        return new Card(
                required(row.text("source")),
                required(row.text("entity")),
                required(row.text("source_id")),
                required(row.integer("first_version")),
                row.text("inn"),
                row.text("kpp"));
    }

    @Override
    public int compareTo(Card other) {
        return AS_KNOWN.compare(this, other);
    }
}
