package cartera.jobs.ingest;

import cartera.jobs.connector.Connector;
import cartera.jobs.connector.Connectors;
import cartera.jobs.home.Configuration;
import cartera.jobs.home.Source;
import cartera.jobs.read.Refused;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which source a file belongs to: what the configuration says, else the folder it lies in, else its connector. */
record Routing(Configuration configuration, Connectors connectors) {

    /**
     * A source, and what to say about it.
     *
     * @param notice empty if there is nothing to say
     */
    record Routed(Source source, Optional<String> notice) {}

    /**
     * The source of a file.
     *
     * @throws Refused if its folder's source does not list the connector, or several sources or none would fit
     */
    Routed route(Candidate candidate, Connector connector) {
        return candidate
                .source()
                .map(folder -> new Routed(allowed(folder, connector), Optional.empty()))
                .orElseGet(() -> loose(connector));
    }

    private Routed loose(Connector connector) {
        List<Source> claiming = configuration.sources().stream()
                .filter(source -> lists(source, connector))
                .toList();
        if (claiming.size() > 1) {
            throw new Refused("%s is listed by several sources\n  put it into %s"
                    .formatted(
                            connector.name(),
                            claiming.stream()
                                    .map(source -> "inbox/%s/".formatted(source.name()))
                                    .collect(Collectors.joining(" or "))));
        }
        return claiming.isEmpty() ? byDefault(connector) : new Routed(claiming.get(0), Optional.empty());
    }

    private Routed byDefault(Connector connector) {
        String name = connector
                .defaultSource()
                .orElseThrow(() ->
                        new Refused("no source lists %s\n  put it into inbox/<source>/".formatted(connector.name())));
        Source source = allowed(name, connector);
        return new Routed(
                source,
                configured(name).isPresent()
                        ? Optional.empty()
                        : Optional.of("taken for source %s; to settle that add to %s:  sources: {%s: [%s]}"
                                .formatted(name, Configuration.FILE, name, connector.name())));
    }

    private Source allowed(String name, Connector connector) {
        Source source = configured(name)
                .orElseGet(() -> new Source(name, List.of(), configuration.zone(), configuration.currency()));
        if (!source.connectors().isEmpty() && !lists(source, connector)) {
            throw new Refused("source %s does not list %s\n  add it to sources.%s in %s, or use another folder"
                    .formatted(name, connector.name(), name, Configuration.FILE));
        }
        return source;
    }

    private Optional<Source> configured(String name) {
        return configuration.sources().stream()
                .filter(source -> source.name().equals(name))
                .findFirst();
    }

    private boolean lists(Source source, Connector connector) {
        return source.connectors().stream()
                .flatMap(word -> connectors.named(word).stream())
                .anyMatch(listed -> listed.name().equals(connector.name()));
    }
}
