package cartera.jobs.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Gives each command the terminal that it talks to. */
record CommandFactory(Terminal terminal) implements IFactory {

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (Talking.class.isAssignableFrom(type)) {
            return type.getDeclaredConstructor(Terminal.class).newInstance(terminal);
        }
        return CommandLine.defaultFactory().create(type);
    }
}
