package cartera.model.sales;

/** A series on its way to a forecast that adds up. */
final class SalesNode {

    final SalesSeries series;
    final Own own;

    /** Hundredths by step, once they are settled. */
    long[] units = {};

    SalesNode(SalesSeries series, Own own) {
        this.series = series;
        this.own = own;
    }
}
