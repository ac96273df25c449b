package cartera.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cartera.jobs.connector.Connector;
import cartera.jobs.plan.Job;
import cartera.jobs.plan.Jobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the README says of commands, connectors and jobs is what the code has. */
class ReadmeTest {

    private static final Path README = Path.of("../README.md");
    private static final String JOBS_BEGIN = "<!-- jobs -->\n";
    private static final String JOBS_END = "<!-- /jobs -->";

    @TempDir
    Path home;

    @Test
    void itsCommandsAreThoseOfTheCommandLine() throws IOException {
        Terminal terminal = new Terminal(System.out, System.err, false, Clock.systemUTC());
        CommandLine line = new CommandLine(new Cartera(terminal), new CommandFactory(terminal));
        assertThat(firstColumn("## Commands"))
                .containsExactlyElementsOf(line.getSubcommands().keySet());
    }

    @Test
    void itsStepsWithOwnDataLeadToAWorkbook() throws IOException {
        Path folder = home.resolve("somewhere");
        List<String> commands = Pattern.compile("(?m)^    (?:\\.\\./)?scripts/cartera ([a-z][^#\\n]*)")
                .matcher(section("## Your own data, five minutes"))
                .results()
                .map(found -> found.group(1).strip())
                .filter(command -> !command.startsWith("query"))
                .toList();
        assertThat(commands).containsExactly("init acme", "ingest", "run", "report weekly");
        Console.run("init", folder.toString());
        Files.copy(
                Sample.FOLDER.resolve("exports/amo/kommo_export_leads_2026-11-22.csv"),
                folder.resolve("inbox/leads.csv"));
        for (String command : commands.subList(1, commands.size())) {
            String[] words = (command + " --home " + folder).split(" ");
            Console.Result result = Console.run(words);
            assertThat(result.exitCode()).as(command + ": " + result.err()).isZero();
        }
    }

    @Test
    void itsConnectorsAreThoseThatTheProgramBringsAlong() throws IOException {
        assertThat(firstColumn("## Connectors"))
                .containsExactlyInAnyOrderElementsOf(SourcesCommand.connectors(home).all().stream()
                        .map(Connector::name)
                        .toList());
    }

    @Test
    void itsJobsAreThoseThatTheProgramBringsAlong() throws IOException {
        String readme = Files.readString(README);
        int begin = readme.indexOf(JOBS_BEGIN) + JOBS_BEGIN.length();
        int end = readme.indexOf(JOBS_END);
        String expected = jobs();
        if ("accept".equals(System.getProperty("golden"))) {
            Files.writeString(README, readme.substring(0, begin) + expected + readme.substring(end));
            return;
        }
        assertThat(readme.substring(begin, end))
                .as("scripts/accept-golden writes this table")
                .isEqualTo(expected);
    }

    private String jobs() {
        StringBuilder table = new StringBuilder("| table | a row for each | what it says |\n|---|---|---|\n");
        Jobs.load(home).all().stream()
                .sorted(ReadmeTest::byLayer)
                .forEach(job -> table.append("| `%s` | %s | %s |\n"
                        .formatted(
                                job.name(),
                                job.grain().isEmpty() ? "one row" : String.join(", ", job.grain()),
                                job.about().replaceAll(": .*|(?<=[.]) .*", "").replace("|", "\\|"))));
        return table.toString();
    }

    private static int byLayer(Job a, Job b) {
        List<String> layers = List.of("curated", "scores", "reports");
        int byLayer = Integer.compare(layers.indexOf(a.layer()), layers.indexOf(b.layer()));
        return byLayer == 0 ? a.name().compareTo(b.name()) : byLayer;
    }

    private static String section(String heading) throws IOException {
        String readme = Files.readString(README);
        String section = readme.substring(readme.indexOf(heading + "\n"));
        return section.substring(0, section.indexOf("\n## ", 1));
    }

    private static List<String> firstColumn(String heading) throws IOException {
        return Pattern.compile("(?m)^\\| `([^`]+)` \\|")
                .matcher(section(heading))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
