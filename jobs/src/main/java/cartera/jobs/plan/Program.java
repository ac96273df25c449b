package cartera.jobs.plan;

/** Which program this is. */
public final class Program {

    /** Of the release; it is part of every run's id. */
    public static final String VERSION = "0.1.0";

    private Program() {}
}
