package cartera.model.sales;

import java.util.Arrays;
import java.util.List;

/**
 * Revenue of somebody or something by period, all series of a company beginning and ending together.
 *
 * @param level such as company, category, product, manager
 * @param key whose, within the level; the empty text for the company
 * @param parent key of the category above a category or product; empty for the company
 * @param values from the oldest period on
 * @param promotion of the company or a category: the part of each period's days on promotion, from 0 to 1, past periods and as
 *     many to come as are known; what is missing is on none
 */
@SuppressWarnings("ArrayRecordComponent")
public record SalesSeries(String level, String key, String parent, double[] values, double[] promotion) {

    /** The level of the company as a whole. */
    public static final String COMPANY = "company";

    /** The level of groups of goods, within each other to any depth. */
    public static final String CATEGORY = "category";

    /** The level of goods, each in one category. */
    public static final String PRODUCT = "product";

    /** A series that is never on promotion of its own. */
    public SalesSeries(String level, String key, String parent, double[] values) {
        this(level, key, parent, values, new double[0]);
    }

    /** What was known after the first {@code periods}: promotions are planned ahead, as working days are. */
    SalesSeries first(int periods) {
        return with(Arrays.copyOf(values, periods));
    }

    SalesSeries with(double[] otherValues) {
        return new SalesSeries(level, key, parent, otherValues, promotion);
    }

    /** The company's among others. */
    static SalesSeries company(List<SalesSeries> series) {
        return series.stream().filter(one -> one.isOf(COMPANY)).findFirst().orElseThrow();
    }

    boolean isOf(String wanted) {
        return level.equals(wanted);
    }
}
