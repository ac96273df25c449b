package cartera.jobs.connector;

import cartera.jobs.home.FaultyFile;
import cartera.jobs.home.ProgramFiles;
import cartera.jobs.read.Export;
import cartera.jobs.read.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All connectors: those of the program and the user's own, which win by name. */
public final class Connectors {

    private static final String ENDING = ".yaml";

    private final Map<String, Connector> connectors;

    private Connectors(Map<String, Connector> connectors) {
        this.connectors = connectors;
    }

    /**
     * Reads the connectors of the program and of the given folders; a later folder wins over an earlier one by name.
     *
     * @param folders that need not exist
     * @throws FaultyFile with every fault of every connector file
     */
    public static Connectors load(Contract contract, List<Path> folders) {
        Map<String, Connector> connectors = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        try {
            read(ProgramFiles.path("connectors"), contract, connectors, faults);
            for (Path folder : folders) {
                read(folder, contract, connectors, faults);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!faults.isEmpty()) {
            throw new FaultyFile(String.join("\n", faults));
        }
        return new Connectors(connectors);
    }

    private static void read(Path folder, Contract contract, Map<String, Connector> connectors, List<String> faults)
            throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> list = Files.list(folder)) {
            files = list.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            String fileName = file.getFileName().toString();
            String name = fileName.substring(0, fileName.length() - ENDING.length());
            try {
                String yaml = Files.readString(file, StandardCharsets.UTF_8);
                connectors.put(
                        name, new Connector(ConnectorParser.parse(name, "connectors/" + fileName, yaml, contract)));
            } catch (FaultyFile e) {
                faults.add(String.valueOf(e.getMessage()));
            }
        }
    }

    /** By name. */
    public Collection<Connector> all() {
        return connectors.values();
    }

    public Optional<Connector> find(String name) {
        return Optional.ofNullable(connectors.get(name));
    }

    /** The connectors that a word of a source means: the one of that name, and those whose names start with it and a dash. */
    public List<Connector> named(String word) {
        return connectors.values().stream()
                .filter(c -> c.name().equals(word) || c.name().startsWith(word + "-"))
                .toList();
    }

    /** Decides by its content which connector reads a file; archives are opened before by {@code read.Archive}. */
    public Recognition recognise(Export export) {
        try {
            return new Recognition.Known(export, new Recogniser(List.copyOf(connectors.values())).recognise(export));
        } catch (Refused e) {
            return new Recognition.Unknown(export, String.valueOf(e.of(export).getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
