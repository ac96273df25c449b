package cartera.jobs.engine;

import java.nio.file.Path;

/** Opens an engine by name; found by {@link java.util.ServiceLoader}, so that Spark stays a module of its own. */
public interface EngineProvider {

    /** As in {@code --engine}. */
    String name();

    /** A fresh engine without tables; it may spill into the folder. */
    Engine open(Path temporary);
}
