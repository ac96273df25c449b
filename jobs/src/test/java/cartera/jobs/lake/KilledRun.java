package cartera.jobs.lake;

import static cartera.jobs.lake.Homes.SCHEMA;
import static cartera.jobs.lake.Homes.staged;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** What the kill test kills: a process that publishes one version with two tables a layer, once and never twice. */
final class KilledRun {

    private static final Edition EDITION = new Edition(LocalDate.of(2026, 11, 22), LocalDate.of(2026, 11, 23));

    private KilledRun() {}

    public static void main(String[] arguments) {
        publish(Path.of(arguments[0]), Long.parseLong(arguments[1]));
    }

    /** Loads the input with this number into the lake; does nothing where it is loaded already. */
    static void publish(Path home, long number) {
        String sha256 = "%064d".formatted(number);
        try (LakeWriter writer = Lake.open(home).write("test")) {
            if (writer.base().inputs().stream()
                    .noneMatch(input -> input.sha256().equals(sha256))) {
                fill(writer, number);
                writer.load(new Input(sha256, sha256, 1, "a.csv", "crm", "plain", writer.version(), 1, 1, 0, 0, 0, 0));
                writer.commit(new RunInfo("run-" + number, "test"));
            }
        }
    }

    private static void fill(LakeWriter writer, long number) {
        for (String name : List.of("one", "two")) {
            String raw = "raw." + name;
            String curated = "curated." + name;
            writer.append(raw, SCHEMA, staged(writer, raw, number));
            writer.replace(curated, SCHEMA, "recipe", List.of(staged(writer, curated, -number)));
            for (String layer : List.of("scores.", "reports.")) {
                String table = layer + name;
                writer.replace(table, SCHEMA, "recipe", EDITION, List.of(staged(writer, table, 10 * number)));
            }
        }
    }
}
