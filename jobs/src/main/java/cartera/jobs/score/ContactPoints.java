package cartera.jobs.score;

import static cartera.jobs.engine.Row.required;

import cartera.jobs.engine.Row;
import cartera.jobs.engine.TableStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of each party, every spelling of one address in one row.
 *
 * <p>Rows: party_id, kind (phone, email), value as written, consent, currency of the company, position (1 for the best of
 * the party).
 */
public final class ContactPoints implements TableStep {

    private static final Row.Header CONTACT = Row.Header.named("party_id", "kind", "value", "is_primary", "consent");

    private record Address(String party, String kind, String value) {}

    private record Kind(String party, String kind) {}

    @Override
    public List<Row> apply(Iterator<Row> rows) {
        Map<Address, Consent> consents = new HashMap<>();
        Map<Address, Long> positions = new HashMap<>();
        while (rows.hasNext()) {
            Row row = rows.next();
            address(row).ifPresent(address -> {
                consents.merge(address, Consent.of(row.text("consent")), Consent::stricter);
                positions.merge(address, required(row.integer("position")), Math::min);
            });
        }
        return contacts(consents, positions);
    }

    private static Optional<Address> address(Row row) {
        String party = required(row.text("party_id"));
        String kind = required(row.text("kind"));
        return ContactValue.of(kind, required(row.text("value")), row.text("currency"))
                .map(value -> new Address(party, kind, value));
    }

    private static List<Row> contacts(Map<Address, Consent> consents, Map<Address, Long> positions) {
        Map<Kind, Long> best = new HashMap<>();
        positions.forEach(
                (address, position) -> best.merge(new Kind(address.party(), address.kind()), position, Math::min));
        List<Row> rows = new ArrayList<>();
        consents.forEach((address, consent) -> {
            Long first = required(best.get(new Kind(address.party(), address.kind())));
            boolean isPrimary = first.equals(positions.get(address));
            rows.add(CONTACT.row(address.party(), address.kind(), address.value(), isPrimary, consent.text()));
        });
        return rows;
    }

    /** From the weakest to the strictest. */
    private enum Consent {
        UNKNOWN,
        GRANTED,
        REFUSED;

        static Consent of(@Nullable String text) {
            return text == null ? UNKNOWN : valueOf(text.toUpperCase(java.util.Locale.ROOT));
        }

        Consent stricter(Consent other) {
            return compareTo(other) >= 0 ? this : other;
        }

        String text() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
