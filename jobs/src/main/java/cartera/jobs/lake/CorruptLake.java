package cartera.jobs.lake;

import java.util.List;

/**
 * A published file is not what its manifest says, or a manifest is not what its own hash says. Nobody falls back to an
 * older version silently: the message names every such file that was looked at.
 */
public final class CorruptLake extends LakeException {

    CorruptLake(String fault) {
        this(List.of(fault));
    }

    CorruptLake(List<String> faults) {
        super("Cannot use the lake: %d damaged file%s\n  %s\nrestore them from a backup; nothing was changed"
                .formatted(faults.size(), faults.size() == 1 ? "" : "s", String.join("\n  ", faults)));
    }
}
