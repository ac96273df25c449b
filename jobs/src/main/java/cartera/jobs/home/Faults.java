package cartera.jobs.home;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Collects what is wrong with one configuration file, so that all of it is told at once. */
public final class Faults {

    private record Fault(int line, String message) {}

    private final String file;
    private final List<Fault> faults = new ArrayList<>();

    /** @param file as the user knows it */
    public Faults(String file) {
        this.file = file;
    }

    public void add(int line, String message) {
        Fault fault = new Fault(line, message);
        if (!faults.contains(fault)) {
            faults.add(fault);
        }
    }

    public boolean isEmpty() {
        return faults.isEmpty();
    }

    /** Throws {@link FaultyFile} with every fault, in the order of lines; does nothing if there is none. */
    public void throwIfAny() {
        if (!faults.isEmpty()) {
            throw new FaultyFile(message());
        }
    }

    private String message() {
        String all = faults.stream()
                .sorted(Comparator.comparingInt(Fault::line))
                .map(fault -> "  line %d: %s".formatted(fault.line(), fault.message()))
                .collect(Collectors.joining("\n"));
        return "%s: %d %s\n%s".formatted(file, faults.size(), faults.size() == 1 ? "problem" : "problems", all);
    }
}
