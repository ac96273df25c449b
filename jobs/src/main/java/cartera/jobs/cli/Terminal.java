package cartera.jobs.cli;

import cartera.jobs.plan.Progress;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Where a command talks: data to {@code out}, talk to {@code err}.
 *
 * @param isInteractive whether a person looks at {@code out}
 * @param clock the only clock of the program
 */
record Terminal(PrintStream out, PrintStream err, boolean isInteractive, Clock clock) {

    private static final Duration SILENT = Duration.ofSeconds(2);

    /** A line of talk. */
    void say(String text) {
        err.println(text);
    }

    /** Tells a person what a run is at once it has taken over two seconds: one line that is written over. */
    Progress progress() {
        Instant start = clock.instant();
        return (name, number, count) -> {
            if (isInteractive && Duration.between(start, clock.instant()).compareTo(SILENT) > 0) {
                err.print("\r\033[K  %d of %d  %s%s".formatted(number, count, name, number == count ? "\r\033[K" : ""));
            }
        };
    }
}
