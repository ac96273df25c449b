package cartera.model.forecast;

/**
 * Something unusual in the past of a series, to be told to its reader: forecasts are made from the series as it is.
 *
 * @param position period, counted from 0: of the outlier, or the first of the new level
 * @param size value less what was usual then, in the unit of the series; of a shift, new level less old
 * @param usual what was usual: the value expected in an outlier's place, or the old level
 */
public record SeriesFinding(Kind kind, int position, double size, double usual) {

    /** What is unusual. */
    public enum Kind {
        /** One period far from its neighbours. */
        OUTLIER,
        /** From this period on all values lie higher or lower. */
        LEVEL_SHIFT
    }
}
