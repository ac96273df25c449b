package cartera.reports;

/** What a number counts. A share is a fraction of one; points are differences of shares times 100; times say how many times as much. */
public enum Unit {
    MONEY,
    COUNT,
    CUSTOMERS,
    SHARE,
    POINTS,
    DAYS,
    TIMES,
    TEXT,
    DATE
}
