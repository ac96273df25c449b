package cartera.jobs.plan;

import cartera.jobs.engine.EngineProvider;
import java.util.Optional;
import java.util.ServiceLoader;

/** The engines on the class path. */
public final class Engines {

    private Engines() {}

    /** The engine of a name, if its module is there. */
    public static Optional<EngineProvider> named(String name) {
        return ServiceLoader.load(EngineProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.name().equals(name))
                .findFirst();
    }
}
