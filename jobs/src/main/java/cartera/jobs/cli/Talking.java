package cartera.jobs.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** A command: it talks to a terminal and ends with an exit code. */
@Command(mixinStandardHelpOptions = true)
abstract class Talking implements Callable<Integer> {

    protected final Terminal terminal;

    protected Talking(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Does the work. */
    protected abstract ExitCode execute() throws Exception;

    @Override
    public final Integer call() throws Exception {
        return execute().code();
    }
}
