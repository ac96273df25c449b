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
    final Archive archive;
    final Crm crm;
    final Bank bank;

    /**
     * Makes the company.
     *
     * @param scale 1 = 600 customers
     */
    Company(int scale) {
        market = new Market(scale, season, oddities);
        ledger = new Ledger(market, catalogue, season, scale, oddities);
        archive = new Archive(ledger.documents, oddities);
        crm = new Crm(market, ledger, scale, oddities);
        bank = new Bank(ledger, catalogue, oddities);
        oddities.add("anonymous_retail", "", "1c", Ledger.RETAIL.id(), "the shop, without a counterparty");
        catalogue.products.stream()
                .filter(product -> !catalogue.hasPurchasePrice(product))
                .forEach(product -> oddities.add("unknown_cost", "", "1c", product.id(), "no purchase price"));
    }

    List<Customer> customers() {
        return market.customers;
    }

    List<Document> documents() {
        return ledger.documents;
    }

    /** What the goods of a document cost, net of VAT, in kopecks. */
    long cost(Document document) {
        return catalogue.cost(document);
    }
}
