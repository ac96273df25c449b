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
                                job.about().replace("|", "\\|"))));
        return table.toString();
    }

    private static int byLayer(Job a, Job b) {
        List<String> layers = List.of("curated", "scores", "reports");
        int byLayer = Integer.compare(layers.indexOf(a.layer()), layers.indexOf(b.layer()));
        return byLayer == 0 ? a.name().compareTo(b.name()) : byLayer;
    }

    private static List<String> firstColumn(String heading) throws IOException {
        String readme = Files.readString(README);
        String section = readme.substring(readme.indexOf(heading + "\n"));
        section = section.substring(0, section.indexOf("\n## ", 1));
        return Pattern.compile("(?m)^\\| `([^`]+)` \\|")
                .matcher(section)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
