package cartera.jobs.connector;

import cartera.jobs.read.Export;
import java.util.Optional;

/** One export of a CRM or of 1C: how its files are recognised and what their records mean. */
public final class Connector {

    private final String name;

    Connector(String name) {
        this.name = name;
    }

    /** Of its file, without {@code .yaml}. */
    public String name() {
        return name;
    }

    /** The source of a loose file that no configured source claims. */
    public Optional<String> defaultSource() {
        return Optional.empty();
    }

    /** Whether a record without some columns keeps their earlier values. */
    public boolean isPartial() {
        return false;
    }

    /**
     * Reads a file that this connector recognised, as a stream.
     *
     * @throws cartera.jobs.read.Refused if the file as a whole cannot be used; what the sink got is then to be dropped
     */
    public Counts read(Export export, ReadSettings settings, RecordSink sink) {
        throw new UnsupportedOperationException(export + " " + settings + " " + sink);
    }
}
