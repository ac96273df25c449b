package cartera.spark;

import cartera.jobs.engine.Engine;
import cartera.jobs.engine.EngineContract;
import java.nio.file.Path;

class SparkEngineTest extends EngineContract {

    @Override
    protected Engine open(Path temporary) {
        return SharedSpark.engine();
    }
}
