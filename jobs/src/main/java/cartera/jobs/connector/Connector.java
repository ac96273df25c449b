package cartera.jobs.connector;

import cartera.jobs.connector.ConnectorSpec.Carried;
import cartera.jobs.read.Export;
import cartera.jobs.read.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One export of a CRM or of 1C: how its files are recognised and what their records mean. */
public final class Connector {

    private final ConnectorSpec spec;

    Connector(ConnectorSpec spec) {
        this.spec = spec;
    }

    ConnectorSpec spec() {
        return spec;
    }

    /** Of its file, without {@code .yaml}. */
    public String name() {
        return spec.name();
    }

    /** What it reads, in a sentence. */
    public String about() {
        return spec.about();
    }

    /** Names of the entities that it fills. */
    public Set<String> entities() {
        Set<String> entities = new TreeSet<>();
        spec.blocks().forEach(block -> entities.add(block.entity().name()));
        return entities;
    }

    /** The source of a loose file that no configured source claims. */
    public Optional<String> defaultSource() {
        return Optional.ofNullable(spec.defaultSource());
    }

    /** Whether a record without some columns keeps their earlier values. */
    public boolean isPartial() {
        return spec.isPartial();
    }

    /**
     * Reads a file that this connector recognised, as a stream.
     *
     * @throws Refused if the file as a whole cannot be used; what the sink got is then to be dropped
     */
    public Counts read(Export export, ReadSettings settings, RecordSink sink) {
        try {
            return spec.carried() == Carried.TABLE
                    ? TableReading.read(spec, export, settings, sink)
                    : TreeReading.read(spec, export, settings, sink);
        } catch (Refused e) {
            throw e.of(export);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return spec.name();
    }
}
