package cartera.model.sales;

/** What is known in advance of a series' periods, past ones and those to come: their working days and promotions. */
record KnownDays(Workdays workdays, Promotions promotions) {

    /** The past as it would have been with the usual working days throughout and no promotion. */
    double[] without(double[] values) {
        return promotions.without(workdays.without(values));
    }

    /** How many times the usual the period is expected to bring. */
    double factor(int t) {
        return workdays.factor(t) * promotions.factor(t);
    }
}
