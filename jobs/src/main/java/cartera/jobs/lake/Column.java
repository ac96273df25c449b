package cartera.jobs.lake;

/**
 * A column of a table.
 *
 * @param about what it means, for the data dictionary; may be empty
 */
public record Column(String name, Type type, String about) {

    public Column(String name, Type type) {
        this(name, type, "");
    }
}
