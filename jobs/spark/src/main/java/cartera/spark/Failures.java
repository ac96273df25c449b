package cartera.spark;

import cartera.jobs.engine.EngineException;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;

/** Turns what Spark throws, checked or not, into an {@link EngineException} with its message. */
final class Failures {

    private Failures() {}

    static <T> T told(Callable<T> action) {
        try {
            return action.call();
        } catch (EngineException | NoSuchElementException e) {
            throw e;
        } catch (Exception e) {
            throw new EngineException(String.valueOf(e.getMessage()).strip(), e);
        }
    }
}
