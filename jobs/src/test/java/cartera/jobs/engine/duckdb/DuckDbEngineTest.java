package cartera.jobs.engine.duckdb;

import cartera.jobs.engine.Engine;
import cartera.jobs.engine.EngineContract;
import java.nio.file.Path;

class DuckDbEngineTest extends EngineContract {

    @Override
    protected Engine open(Path temporary) {
        return DuckDbEngine.open(temporary);
    }
}
