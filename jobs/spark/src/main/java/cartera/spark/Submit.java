package cartera.spark;

import cartera.jobs.cli.Cartera;

/**
 * What {@code spark-submit} starts: the ordinary command line with Spark as its engine, such as
 * {@code spark-submit --class cartera.spark.Submit .. run --home acme}.
 */
public final class Submit {

    private Submit() {}

    public static void main(String[] args) {
        System.setProperty("cartera.engine", "spark");
        Cartera.main(args);
    }
}
