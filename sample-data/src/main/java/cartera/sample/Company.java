package cartera.sample;

import java.util.List;

/** The whole invented company, «Альфа-Снаб»: made once, then written in the forms of several systems. */
final class Company {

    static final String NAME = "ООО \"Альфа-Снаб\"";
    static final String INN = Inn.organisation(777_777);
    static final String KPP = "980101001";

    final Oddities oddities = new Oddities();
    final Season season = new Season();
    final Catalogue catalogue = new Catalogue();
    final Market market;
    final Ledger ledger;

    Company(int scale) {
        market = new Market(scale, season, oddities);
        ledger = new Ledger(market, catalogue, season, scale, oddities);
    }

    List<Customer> customers() {
        return market.customers;
    }

    List<Document> documents() {
        return ledger.documents;
    }
}
