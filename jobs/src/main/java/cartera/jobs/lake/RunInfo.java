package cartera.jobs.lake;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What made a version.
 *
 * @param id of the run, {@code 2026-W47-3f9c21ab}
 * @param program version of the program
 * @param facts further members of the manifest: command, as_of and the like
 */
public record RunInfo(String id, String program, SortedMap<String, String> facts) {

    static final RunInfo NONE = new RunInfo("", "", new TreeMap<>());

    public RunInfo(String id, String program) {
        this(id, program, new TreeMap<>());
    }
}
