package cartera.jobs.cli;

import cartera.jobs.home.Configuration;
import cartera.jobs.home.ProgramFiles;
import cartera.jobs.report.PublishedReport;
import cartera.reports.Metrics;
import cartera.reports.ReportIdentity;
import cartera.reports.gate.WorkbookGate;
import cartera.reports.text.Language;
import cartera.reports.weekly.WeeklyReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cartera report weekly}. */
@Command(
        name = "weekly",
        description = "Writes the weekly workbook and its pictures, in every language of the configuration.")
final class WeeklyCommand extends Talking {

    @Mixin
    private final HomeOption home = new HomeOption();

    @Option(
            names = "--lang",
            split = ",",
            paramLabel = "LANGUAGE",
            description = "ru, es, en or several with commas (default: languages of cartera.yaml)")
    private List<String> languages = new ArrayList<>();

    WeeklyCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    protected ExitCode execute() throws IOException {
        Configuration configuration = home.configuration();
        List<Language> chosen = chosen(configuration);
        PublishedReport published = PublishedReport.newest(home.lake().snapshot())
                .orElseThrow(() -> new UserError(
                        ExitCode.USAGE,
                        "Cannot write the weekly report: no run has made its tables; run  " + home.command("run")));
        WeeklyReport report = new WeeklyReport(published.tables(), metrics(), identity(configuration, published));
        Path folder = home.folder().resolve("out").resolve(published.runId());
        for (Language language : chosen) {
            publish(report, language, folder);
        }
        return ExitCode.OK;
    }

    private List<Language> chosen(Configuration configuration) {
        List<String> wanted = languages.isEmpty() ? configuration.languages() : languages;
        for (String code : wanted) {
            if (!Language.codes().contains(code)) {
                throw new UserError(
                        ExitCode.USAGE,
                        "Invalid language: %s (%s)".formatted(code, String.join(", ", Language.codes())));
            }
        }
        return wanted.stream().map(Language::of).toList();
    }

    private static Metrics metrics() throws IOException {
        try (InputStream yaml = Files.newInputStream(ProgramFiles.path("metrics.yaml"))) {
            return Metrics.read(yaml);
        }
    }

    private static ReportIdentity identity(Configuration configuration, PublishedReport published) {
        return new ReportIdentity(
                configuration.company(),
                published.runId(),
                published.edition().asOf(),
                published.dataAt(),
                configuration.zone());
    }

    /** Written aside, then put in place: a reader has the old file or the new one. */
    private void publish(WeeklyReport report, Language language, Path folder) throws IOException {
        Path aside = Files.createTempDirectory(home.temporary(), "report");
        try {
            judge(report.writeWorkbook(language, aside));
            report.writePictures(language, aside);
            Files.createDirectories(folder);
            for (Path file : files(aside)) {
                place(file, folder.resolve(String.valueOf(file.getFileName())));
            }
        } finally {
            for (Path file : files(aside)) {
                Files.delete(file);
            }
            Files.delete(aside);
        }
    }

    /** A workbook that fails a gate is not handed out: the fault is ours. */
    private static void judge(Path workbook) throws IOException {
        List<String> faults = WorkbookGate.faults(workbook);
        if (!faults.isEmpty()) {
            throw new IllegalStateException("the workbook fails its gates:\n  " + String.join("\n  ", faults));
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted(Comparator.naturalOrder()).toList();
        }
    }

    private void place(Path file, Path target) {
        try {
            Files.move(file, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UserError(
                    ExitCode.RESOURCE,
                    "Cannot write %s: %s; if it is open elsewhere, close it and run  %s"
                            .formatted(target, e.getMessage(), home.command("report weekly")));
        }
        terminal.out().println(target);
    }
}
