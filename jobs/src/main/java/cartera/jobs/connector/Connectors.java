package cartera.jobs.connector;

import cartera.jobs.read.Export;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** All connectors: those of the program and the user's own, which win by name. */
public final class Connectors {

    private final List<Connector> connectors;

    private Connectors(List<Connector> connectors) {
        this.connectors = connectors;
    }

    /**
     * Reads the connectors of the program and of the given folders; a later folder wins over an earlier one by name.
     *
     * @param folders that need not exist
     * @throws InvalidFile with every fault of every connector file
     */
    public static Connectors load(Contract contract, List<Path> folders) {
        return new Connectors(List.of());
    }

    /** By name. */
    public List<Connector> all() {
        return connectors;
    }

    public Optional<Connector> find(String name) {
        return connectors.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    /** The connectors that a word of a source's list means: the one of that name and those whose name starts with it and a dash. */
    public List<Connector> named(String word) {
        return connectors.stream()
                .filter(c -> c.name().equals(word) || c.name().startsWith(word + "-"))
                .toList();
    }

    /** Decides by its content which connector reads a file; archives are opened before by {@code read.Archive}. */
    public Recognition recognise(Export export) {
        return new Recognition.Unknown(export, "");
    }
}
