package cartera.jobs.plan;

import cartera.jobs.engine.duckdb.SqlTables;
import cartera.jobs.home.Nearest;
import cartera.jobs.home.ProgramFiles;
import cartera.jobs.lake.Column;
import cartera.jobs.lake.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All jobs by name, in an order in which each comes after those whose tables it reads. {@code history.x} is what earlier
 * runs published as {@code scores.x} or {@code reports.x}: it orders nothing.
 */
public final class Jobs {

    private static final List<String> LAYERS = List.of("curated", "scores", "reports");

    private final SortedMap<String, Job> byName;
    private final List<Job> inOrder;

    private Jobs(SortedMap<String, Job> byName) {
        this.byName = byName;
        this.inOrder = sorted(byName);
    }

    /**
     * The jobs of some folders {@code <layer>/<table>.sql}; a later folder's job replaces an earlier one's of the same
     * name. Everything wrong with a file is a {@link JobFault}; so is a circle.
     */
    public static Jobs load(List<Path> folders) {
        SortedMap<String, Path> files = new TreeMap<>();
        folders.forEach(folder -> LAYERS.forEach(layer -> collect(folder.resolve(layer), layer, files)));
        SortedMap<String, Job> jobs = new TreeMap<>();
        try (SqlTables tables = SqlTables.open()) {
            files.forEach((name, file) -> jobs.put(name, JobFile.parse(shown(file), name, text(file), tables)));
        }
        requireMakers(jobs);
        return new Jobs(jobs);
    }

    private static void requireMakers(SortedMap<String, Job> jobs) {
        List<String> faults = new ArrayList<>();
        for (Job job : jobs.values()) {
            job.reads().stream()
                    .filter(table -> !table.startsWith("raw.") && !jobs.containsKey(table))
                    .filter(table -> !history(jobs.values()).containsKey(table))
                    .forEach(table -> faults.add("%s reads %s, which no job makes%s"
                            .formatted(job.name(), table, Nearest.didYouMean(table, jobs.keySet()))));
        }
        if (!faults.isEmpty()) {
            throw new JobFault("sql", faults);
        }
    }

    /** The columns of each table of history: a score's, else a report's, as {@link cartera.jobs.lake.Snapshot} names them. */
    public Map<String, List<Column>> history() {
        return history(byName.values());
    }

    private static Map<String, List<Column>> history(Collection<Job> jobs) {
        Map<String, List<Column>> tables = new TreeMap<>();
        jobs.stream()
                .filter(Job::isDated)
                .sorted(Comparator.comparing(Job::layer))
                .forEach(job -> tables.put(
                        Snapshot.HISTORY + job.name().substring(job.layer().length() + 1), job.tableColumns()));
        return tables;
    }

    /** The program's own jobs, and those of a home's {@code sql} folder beside or instead of them. */
    public static Jobs load(Path home) {
        return load(List.of(ProgramFiles.path("sql"), home.resolve("sql")));
    }

    private static void collect(Path folder, String layer, SortedMap<String, Path> files) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> listed = Files.list(folder)) {
            listed.filter(file -> fileName(file).endsWith(".sql"))
                    .forEach(file -> files.put(layer + "." + fileName(file).replaceAll("\\.sql$", ""), file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fileName(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static String shown(Path file) {
        int names = file.getNameCount();
        return "sql/" + file.subpath(names - 2, names);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Job> sorted(Map<String, Job> jobs) {
        List<Job> order = new ArrayList<>();
        Set<String> done = new TreeSet<>();
        jobs.values().forEach(job -> visit(job, jobs, done, new ArrayList<>(), order));
        return List.copyOf(order);
    }

    private static void visit(Job job, Map<String, Job> jobs, Set<String> done, List<String> path, List<Job> order) {
        if (path.contains(job.name())) {
            path.add(job.name());
            throw new JobFault("sql", List.of("jobs read each other in a circle: " + String.join(" > ", path)));
        }
        if (done.contains(job.name())) {
            return;
        }
        path.add(job.name());
        for (String table : job.reads()) {
            Job needed = jobs.get(table);
            if (needed != null) {
                visit(needed, jobs, done, path, order);
            }
        }
        path.remove(path.size() - 1);
        done.add(job.name());
        order.add(job);
    }

    /** Every job, each after those it reads. */
    public List<Job> all() {
        return inOrder;
    }

    /** The jobs of a name: {@code scores.rfm}; or of a subject, {@code forecast}: those whose table begins with the word. */
    public List<String> named(String name) {
        if (byName.containsKey(name)) {
            return List.of(name);
        }
        return byName.keySet().stream()
                .filter(job -> isOf(job.substring(job.indexOf('.') + 1), name))
                .toList();
    }

    private static boolean isOf(String table, String subject) {
        return table.equals(subject) || table.startsWith(subject + "_");
    }

    public @Nullable Job job(String name) {
        return byName.get(name);
    }

    /** The named jobs and all they need, in order. */
    public List<Job> upTo(Collection<String> names) {
        Set<String> wanted = new TreeSet<>();
        names.forEach(name -> need(name, wanted));
        return inOrder.stream().filter(job -> wanted.contains(job.name())).toList();
    }

    private void need(String name, Set<String> wanted) {
        Job job = byName.get(name);
        if (job != null && wanted.add(name)) {
            job.reads().forEach(table -> need(table, wanted));
        }
    }
}
