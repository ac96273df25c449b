package cartera.reports.weekly;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Workbooks as PDF by LibreOffice and as pictures by Poppler, for tests of print and for people to look at. */
final class Rendering {

    private static final int DOTS_PER_INCH = 100;

    private Rendering() {}

    /** Skips the test, with the name of the tool, where it is not installed; where tools are required the test fails instead. */
    static void need(String tool) {
        boolean isThere = List.of(System.getenv("PATH").split(File.pathSeparator, -1)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
        boolean isRequired = "true".equals(System.getenv("CARTERA_TOOLS_REQUIRED"));
        assumeTrue(isThere || isRequired, () -> "skipped: " + tool + " is not installed");
    }

    /** Each workbook as {@code folder/NAME.pdf}. */
    static List<Path> pdf(List<Path> workbooks, Path folder) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                folder.toString()));
        workbooks.forEach(workbook -> command.add(workbook.toString()));
        run(command);
        return workbooks.stream()
                .map(workbook ->
                        folder.resolve(workbook.getFileName().toString().replaceFirst("\\.xlsx$", ".pdf")))
                .toList();
    }

    /** The text of each page. */
    static List<String> texts(Path pdf) throws IOException, InterruptedException {
        String text = run(List.of("pdftotext", "-layout", "-enc", "UTF-8", pdf.toString(), "-"));
        return List.of(text.replaceFirst("\f$", "").split("\f", -1));
    }

    /** Each page as a PNG beside the PDF, in their order; those of an earlier drawing are removed. */
    static List<Path> pictures(Path pdf) throws IOException, InterruptedException {
        for (Path old : drawn(pdf)) {
            Files.delete(old);
        }
        run(List.of("pdftoppm", "-r", String.valueOf(DOTS_PER_INCH), "-png", pdf.toString(), name(pdf)));
        return drawn(pdf);
    }

    private static List<Path> drawn(Path pdf) throws IOException {
        try (Stream<Path> files = Files.list(pdf.toAbsolutePath().getParent())) {
            return files.filter(file -> file.toString().matches(Pattern.quote(name(pdf)) + "-\\d+\\.png"))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path pdf) {
        return pdf.toAbsolutePath().toString().replaceFirst("\\.pdf$", "");
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command.get(0) + ": " + output);
        }
        return output;
    }
}
