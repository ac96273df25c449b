package cartera.jobs.lake;

import java.io.Serializable;

/**
 * A column of a table.
 *
 * @param about what it means, for the data dictionary; may be empty
 */
public record Column(String name, Type type, String about) implements Serializable {

    public Column(String name, Type type) {
        this(name, type, "");
    }
}
