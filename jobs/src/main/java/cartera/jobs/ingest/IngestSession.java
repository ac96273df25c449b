package cartera.jobs.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import cartera.jobs.connector.Connector;
import cartera.jobs.connector.ReadSettings;
import cartera.jobs.connector.Recognition;
import cartera.jobs.home.Source;
import cartera.jobs.ingest.FileOutcome.Status;
import cartera.jobs.ingest.Scratch.Copy;
import cartera.jobs.lake.DataFile;
import cartera.jobs.lake.LakeException;
import cartera.jobs.lake.LakeWriter;
import cartera.jobs.lake.RunInfo;
import cartera.jobs.lake.Sha256;
import cartera.jobs.lake.Snapshot;
import cartera.jobs.lake.Table;
import cartera.jobs.plan.Program;
import cartera.jobs.plan.Progress;
import cartera.jobs.plan.RunId;
import cartera.jobs.read.Archive;
import cartera.jobs.read.Export;
import cartera.jobs.read.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One ingest, while it holds the lock. */
final class IngestSession {

    private final LakeWriter writer;
    private final Path home;
    private final Scratch scratch;
    private final Routing routing;
    private final Instant loadedAt;

    /** Name by SHA-256 of every file that is or will be in the lake. */
    private final Map<String, String> known = new HashMap<>();

    private final List<Loaded> loads = new ArrayList<>();
    private final List<FileOutcome> outcomes = new ArrayList<>();
    private final List<Kept> kept = new ArrayList<>();

    private record Kept(Candidate candidate, Copy copy) {}

    IngestSession(LakeWriter writer, Path home, Scratch scratch, Routing routing, Instant loadedAt) {
        this.writer = writer;
        this.home = home;
        this.scratch = scratch;
        this.routing = routing;
        this.loadedAt = loadedAt;
        writer.base().inputs().forEach(input -> known.put(input.sha256(), input.name()));
    }

    /** Reads all files, publishes what they gave, and only then puts the originals away. */
    IngestResult run(Inbox inbox, Consumer<LakeWriter> curated, Progress progress) {
        int count = inbox.candidates().size();
        for (int i = 0; i < count; i++) {
            Candidate candidate = inbox.candidates().get(i);
            progress.step(candidate.name(), i + 1, count);
            take(candidate);
        }
        outcomes.addAll(inbox.passed());
        return publish(curated).with(kept.stream().flatMap(this::putAway).toList());
    }

    /** Says what went wrong; the rows are durable by now. */
    private Stream<String> putAway(Kept original) {
        try {
            Originals.of(home).keep(original.candidate(), original.copy());
            return Stream.empty();
        } catch (IOException e) {
            return Stream.of("Cannot archive %s: %s; its rows are in the lake, the next ingest will archive it"
                    .formatted(original.candidate().path(), LakeException.reason(e)));
        }
    }

    private void take(Candidate candidate) {
        Export whole = new Export(candidate.path(), candidate.name());
        try {
            take(candidate, scratch.copy(candidate.path()));
        } catch (Scratch.StillWritten e) {
            outcomes.add(FileOutcome.skipped(candidate.name(), "it is still being written; the next ingest takes it"));
        } catch (Refused e) {
            outcomes.add(refused(whole, e));
        } catch (IOException e) {
            outcomes.add(refused(whole, new Refused("it cannot be read: " + LakeException.reason(e))));
        } catch (UncheckedIOException e) {
            throw LakeException.cannot("read", candidate.path(), Objects.requireNonNull(e.getCause()));
        }
    }

    private static FileOutcome refused(Export export, Refused reason) {
        return FileOutcome.refused(
                export.name(), String.valueOf(reason.of(export).getMessage()));
    }

    /** Takes the file itself, or each file in it if it is an archive; it is put away if none is refused. */
    private void take(Candidate candidate, Copy copy) throws IOException {
        Export whole = new Export(copy.path(), candidate.name());
        List<FileOutcome> members = new ArrayList<>();
        for (Export member : members(whole, copy)) {
            members.add(member(candidate, copy, member));
        }
        outcomes.addAll(members);
        if (members.stream().noneMatch(member -> member.status() == Status.REFUSED)) {
            kept.add(new Kept(candidate, copy));
        }
    }

    private List<Export> members(Export whole, Copy copy) {
        if (known.containsKey(copy.sha256())) {
            return List.of(whole);
        }
        return Archive.open(whole, scratch.fresh()).stream()
                .sorted(Comparator.comparing(Export::name, new NaturalOrder()))
                .toList();
    }

    private FileOutcome member(Candidate candidate, Copy copy, Export export) throws IOException {
        String sha256 = export.path().equals(copy.path()) ? copy.sha256() : Sha256.of(export.path());
        String earlier = known.putIfAbsent(sha256, export.name());
        if (earlier != null) {
            return FileOutcome.known(export.name(), "its content was loaded as " + OneLine.of(earlier));
        }
        try {
            Loaded loaded = load(candidate, copy, export, sha256);
            loads.add(loaded);
            return loaded.outcome();
        } catch (Refused e) {
            known.remove(sha256);
            return refused(export, e);
        }
    }

    private Loaded load(Candidate candidate, Copy copy, Export export, String sha256) throws IOException {
        Connector connector = recognised(export);
        Routing.Routed routed = routing.route(candidate, connector);
        Source source = routed.source();
        ReadSettings settings = new ReadSettings(source.name(), source.zone(), source.currency(), loadedAt);
        FileLoad.Result read =
                new FileLoad(writer, export, connector, settings, Loaded.loadId(sha256)).run(scratch.fresh());
        List<String> notices = read.rows().notices();
        routed.notice().ifPresent(notices::add);
        return new Loaded(
                export.name(),
                sha256,
                copy.sha256(),
                Files.size(export.path()),
                source.name(),
                connector,
                read.counts(),
                read.rows().rows(),
                notices);
    }

    private Connector recognised(Export export) {
        Recognition recognition = routing.connectors().recognise(export);
        if (recognition instanceof Recognition.Known known) {
            return known.connector();
        }
        throw new Refused(((Recognition.Unknown) recognition).message());
    }

    private IngestResult publish(Consumer<LakeWriter> curated) {
        if (loads.isEmpty()) {
            return new IngestResult(outcomes, Optional.empty(), Optional.empty(), List.of());
        }
        new LoadLedger(writer, loadedAt).write(loads);
        String run = runId();
        Optional<Path> rejected = rejectedText(run);
        try {
            curated.accept(writer);
            Snapshot published = writer.commit(new RunInfo(run, Program.VERSION, facts(rejected)));
            return new IngestResult(outcomes, Optional.of(published), rejected, List.of());
        } catch (RuntimeException e) {
            rejected.ifPresent(RejectedText::discard);
            throw e;
        }
    }

    private SortedMap<String, String> facts(Optional<Path> rejected) {
        SortedMap<String, String> facts = new TreeMap<>();
        facts.put("command", "ingest");
        facts.put("loaded_at", loadedAt.toString());
        rejected.ifPresent(text -> facts.put("rejected", home.relativize(text).toString()));
        return facts;
    }

    /** Its week and a hash of what it follows and what it loads. */
    private String runId() {
        StringBuilder text = new StringBuilder(Program.VERSION)
                .append(' ')
                .append(writer.base().sha256())
                .append(' ')
                .append(loadedAt);
        loads.forEach(
                load -> text.append('\n').append(load.source()).append(' ').append(load.sha256()));
        byte[] bytes = text.toString().getBytes(UTF_8);
        LocalDate day = loadedAt.atZone(routing.configuration().zone()).toLocalDate();
        return RunId.week(day) + "-" + Sha256.of(bytes, bytes.length).substring(0, 8);
    }

    private Optional<Path> rejectedText(String run) {
        List<DataFile> before =
                writer.base().editions(RawTables.REJECTED).map(Table::files).orElse(List.of());
        List<Path> files = writer.pending().editions(RawTables.REJECTED).map(Table::files).orElse(List.of()).stream()
                .filter(file -> !before.contains(file))
                .map(file -> home.resolve(file.path()))
                .toList();
        return files.isEmpty() ? Optional.empty() : Optional.of(new RejectedText(home).write(run, files));
    }
}
