package cartera.reports.weekly;

/** What a number of this week is compared with. */
enum Base {
    PLAN("plan"),
    PREVIOUS("previous"),
    LAST_YEAR("last_year");

    private final String column;

    Base(String column) {
        this.column = column;
    }

    /** Its column in {@code reports.metric_value}, and its value's key. */
    String column() {
        return column;
    }
}
