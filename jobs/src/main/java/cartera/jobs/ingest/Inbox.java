package cartera.jobs.ingest;

import cartera.jobs.ingest.Candidate.Keep;
import cartera.jobs.lake.Durable;
import cartera.jobs.lake.LakeException;
import cartera.jobs.read.Export;
import cartera.jobs.read.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What there is to load: {@code inbox/<source>/file}, loose files in {@code inbox/}, or files named on the command line.
 * Only regular files are ever opened: a link, a pipe or a folder is refused by name. Names are data and nothing else.
 */
final class Inbox {

    private static final Pattern UNFINISHED =
            Pattern.compile("(?i)\\..*|~\\$.*|.*\\.(part|tmp|crdownload)", Pattern.DOTALL);
    private static final Pattern SOURCE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_.-]{0,63}");

    private final List<Candidate> candidates = new ArrayList<>();
    private final List<FileOutcome> passed = new ArrayList<>();

    private Inbox() {}

    /** The inbox of a home; one that is not there is empty. */
    static Inbox of(Path home) {
        Inbox inbox = new Inbox();
        for (Path entry : entries(home.resolve("inbox"))) {
            if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                inbox.addSource(entry);
            } else {
                inbox.add(entry, Optional.empty(), Keep.MOVED);
            }
        }
        return inbox.sorted();
    }

    /** Files that somebody named. */
    static Inbox named(List<Path> files) {
        Inbox inbox = new Inbox();
        files.forEach(file -> inbox.add(file, Optional.empty(), Keep.COPIED));
        return inbox.sorted();
    }

    /** In natural order of their names. */
    List<Candidate> candidates() {
        return candidates;
    }

    /** What is not even opened. */
    List<FileOutcome> passed() {
        return passed;
    }

    private Inbox sorted() {
        candidates.sort(Comparator.comparing(Candidate::name, new NaturalOrder())
                .thenComparing(candidate -> candidate.source().orElse(""))
                .thenComparing(Candidate::path));
        return this;
    }

    private static List<Path> entries(Path folder) {
        try {
            return Durable.list(folder);
        } catch (IOException e) {
            throw LakeException.cannot("read", folder, e);
        }
    }

    private void addSource(Path folder) {
        String source = name(folder);
        if (!SOURCE.matcher(source).matches()) {
            refuse(source, "the name of a source has letters, digits, _ . - only: rename the folder");
            return;
        }
        entries(folder).forEach(file -> add(file, Optional.of(source), Keep.MOVED));
    }

    private void add(Path file, Optional<String> source, Keep keep) {
        String name = name(file);
        if (keep == Keep.MOVED && UNFINISHED.matcher(name).matches()) {
            passed.add(FileOutcome.skipped(name, "a hidden, temporary or unfinished file"));
        } else if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            candidates.add(new Candidate(file, name, source, keep));
        } else {
            refuse(name, whatElse(file));
        }
    }

    private static String whatElse(Path file) {
        if (Files.isSymbolicLink(file)) {
            return "it is a link: put the file itself there";
        }
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            return "it is a folder: put its files into inbox/<source>/";
        }
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? "it is no regular file" : "there is no such file";
    }

    private void refuse(String name, String reason) {
        Refused refused = new Refused(reason).of(new Export(Path.of(""), name));
        passed.add(FileOutcome.refused(name, String.valueOf(refused.getMessage())));
    }

    private static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }
}
