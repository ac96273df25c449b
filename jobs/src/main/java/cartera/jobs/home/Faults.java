package cartera.jobs.home;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything wrong with a file of the user's, line by line. */
public final class Faults {

    private record Fault(int line, String message) {}

    private final String file;
    private final List<Fault> faults = new ArrayList<>();

    public Faults(String file) {
        this.file = file;
    }

    public void add(int line, String message) {
        faults.add(new Fault(line, message));
    }

    public boolean isEmpty() {
        return faults.isEmpty();
    }

    /** Throws all faults as one {@link FaultyFile}, if there are any. */
    public void raise() {
        if (!faults.isEmpty()) {
            throw new FaultyFile(text());
        }
    }

    private String text() {
        StringBuilder text =
                new StringBuilder("%s: %d problem%s".formatted(file, faults.size(), faults.size() == 1 ? "" : "s"));
        faults.stream()
                .sorted(Comparator.comparingInt(Fault::line))
                .forEach(fault -> text.append("\n  line %d: %s".formatted(fault.line(), fault.message())));
        return text.toString();
    }
}
