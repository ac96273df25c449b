package cartera.jobs.plan;

import cartera.jobs.home.ProgramFiles;
import cartera.jobs.lake.Column;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds the case folders of all jobs: {@code cases/<job>/<case>}. */
public final class CaseFolders {

    private CaseFolders() {}

    /** All cases, by job and name; a folder without a job of its name is an error. */
    public static List<CaseFolder> all() throws IOException {
        Jobs jobs = Jobs.load(List.of(ProgramFiles.path("sql")));
        Map<String, List<Column>> tables = CaseTables.all(jobs);
        List<CaseFolder> cases = new ArrayList<>();
        for (Path folder : children(root())) {
            Job job = jobs.job(String.valueOf(folder.getFileName()));
            if (job == null) {
                throw new IllegalStateException("no job for the cases in " + folder);
            }
            children(folder).forEach(child -> cases.add(new CaseFolder(child, job, tables)));
        }
        return cases;
    }

    private static Path root() {
        return ProgramFiles.path(
                Objects.requireNonNull(CaseFolders.class.getResource("/cases"), "no folder cases among the tests"));
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isDirectory).sorted().toList();
        }
    }
}
