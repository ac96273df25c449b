package cartera.jobs.connector;

import cartera.jobs.read.Fault;
import org.jspecify.annotations.Nullable;

/**
 * A text taken out of a record.
 *
 * @param column of the table it stands in; -1 if it stands in none
 * @param fault what is wrong with its cell; null if nothing
 */
record Piece(String text, int column, @Nullable Fault fault) {

    static Piece of(String text) {
        return new Piece(text, -1, null);
    }

    Piece with(String other) {
        return new Piece(other, column, fault);
    }
}
