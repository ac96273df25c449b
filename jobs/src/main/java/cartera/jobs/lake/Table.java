package cartera.jobs.lake;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A table as one version of the lake has it.
 *
 * @param name {@code curated.sale}
 * @param schema that of its newest file; an older file of raw or of an older edition may lack columns
 * @param files in the order in which they were added
 */
public record Table(String name, Schema schema, List<DataFile> files) {

    public Table {
        files = List.copyOf(files);
    }

    public long rows() {
        return files.stream().distinct().mapToLong(DataFile::rows).sum();
    }

    public long bytes() {
        return files.stream().distinct().mapToLong(DataFile::size).sum();
    }

    /** The dates it was computed for, oldest first; empty for raw and curated. */
    public List<Edition> editions() {
        return files.stream()
                .map(DataFile::edition)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    /** Its files of one pair of dates alone; without files if there are none of that pair. */
    public Table at(Edition edition) {
        return new Table(
                name,
                schema,
                files.stream().filter(file -> edition.equals(file.edition())).toList());
    }

    /** Its editions of earlier days than one alone. */
    public Table before(LocalDate asOf) {
        return new Table(
                name,
                schema,
                files.stream()
                        .filter(file ->
                                file.edition() != null && file.edition().asOf().isBefore(asOf))
                        .toList());
    }

    /** Its newest edition alone; raw and curated, which have none, whole. */
    public Table head() {
        List<Edition> editions = editions();
        return editions.isEmpty() ? this : at(editions.get(editions.size() - 1));
    }

    /** How its newest file was made; empty where it has no file. */
    public Optional<String> recipe() {
        return head().files.stream().map(DataFile::recipe).reduce((first, last) -> last);
    }
}
