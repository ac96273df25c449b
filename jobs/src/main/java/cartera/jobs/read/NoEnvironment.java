package cartera.jobs.read;

import java.util.Set;
import net.sf.saxon.lib.EnvironmentVariableResolver;
import org.jspecify.annotations.Nullable;

/** An environment without variables. */
final class NoEnvironment implements EnvironmentVariableResolver {

    @Override
    public Set<String> getAvailableEnvironmentVariables() {
        return Set.of();
    }

    @Override
    public @Nullable String getEnvironmentVariable(String name) {
        return null;
    }
}
