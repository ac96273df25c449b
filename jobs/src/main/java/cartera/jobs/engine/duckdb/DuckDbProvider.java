package cartera.jobs.engine.duckdb;

import cartera.jobs.engine.Engine;
import cartera.jobs.engine.EngineProvider;
import java.nio.file.Path;

/** {@code --engine duckdb}, the default. */
public final class DuckDbProvider implements EngineProvider {

    @Override
    public String name() {
        return "duckdb";
    }

    @Override
    public Engine open(Path temporary) {
        return DuckDbEngine.open(temporary);
    }
}
