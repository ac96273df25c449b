package cartera.spark;

import cartera.jobs.engine.Engine;
import cartera.jobs.engine.EngineProvider;
import java.nio.file.Path;

/** {@code --engine spark}. */
public final class SparkProvider implements EngineProvider {

    @Override
    public String name() {
        return "spark";
    }

    @Override
    public Engine open(Path temporary) {
        return SparkEngine.open(temporary);
    }
}
