package cartera.jobs.score;

import static cartera.jobs.engine.Row.required;

import cartera.jobs.engine.Row;
import cartera.model.spend.SpendHistory;
import cartera.model.spend.SpendModel;
import java.io.Serializable;
import java.util.Optional;

/** What rows of scores tell of money spent: the company's law of it and a customer's history. */
final class Spending implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Memo<String, SpendModel> laws = new Memo<>();

    /** The law of the column {@code spend_law}; empty where the company has none. */
    Optional<SpendModel> law(Row row) {
        return Optional.ofNullable(row.text("spend_law")).map(text -> laws.of(text, SpendModel::parse));
    }

    /** The history of the columns {@code repeat_purchases} and {@code mean_repeat_amount}. */
    static SpendHistory history(Row row) {
        Double mean = row.number("mean_repeat_amount");
        return mean == null
                ? SpendHistory.NONE
                : new SpendHistory(Math.toIntExact(required(row.integer("repeat_purchases"))), mean);
    }
}
