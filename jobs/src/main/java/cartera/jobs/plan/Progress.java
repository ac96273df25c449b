package cartera.jobs.plan;

/** Hears what a run is at, to tell a person. */
@FunctionalInterface
public interface Progress {

    /** Step {@code number} of {@code count} begins. */
    void step(String name, int number, int count);
}
