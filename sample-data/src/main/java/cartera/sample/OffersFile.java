package cartera.sample;

import cartera.sample.Document.Warehouse;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;

/** CommerceML offers: the prices valid from a day and the stock counted on it. */
final class OffersFile {

    /** A kind of price. The purchase price is net of VAT, the wholesale price gross, as the file itself says. */
    private enum PriceType {
        PURCHASE("Закупочная", "false"),
        WHOLESALE("Оптовая", "true");

        final String id;
        final String title;
        final String isTaxIncluded;

        PriceType(String title, String isTaxIncluded) {
            this.id = Dice.of("price", title).guid();
            this.title = title;
            this.isTaxIncluded = isTaxIncluded;
        }
    }

    private OffersFile() {}

    /** The goods whose prices changed on the day, or all of them. */
    static byte[] write(Catalogue catalogue, List<Product> products, LocalDate day) {
        String isPartial = Boolean.toString(products.size() < catalogue.products.size());
        return CommerceMl.file(
                day.atTime(LocalTime.of(7, 30)),
                xml -> xml.within(
                        "ПакетПредложений",
                        () -> {
                            head(xml);
                            xml.within(
                                    "Предложения",
                                    () -> products.forEach(product -> offer(xml, catalogue, product, day)));
                        },
                        "СодержитТолькоИзменения",
                        isPartial));
    }

    private static void head(Xml xml) {
        xml.element("Ид", CommerceMl.CATALOGUE_ID + "#")
                .element("Наименование", "Пакет предложений (Основной каталог товаров)")
                .element("ИдКаталога", CommerceMl.CATALOGUE_ID)
                .element("ИдКлассификатора", CommerceMl.CATALOGUE_ID);
        CommerceMl.owner(xml);
        xml.within("ТипыЦен", () -> List.of(PriceType.values()).forEach(type -> priceType(xml, type)));
        xml.within(
                "Склады",
                () -> List.of(Warehouse.values())
                        .forEach(warehouse -> xml.within(
                                "Склад",
                                () -> xml.element("Ид", warehouse.id).element("Наименование", warehouse.title))));
    }

    private static void priceType(Xml xml, PriceType type) {
        xml.within(
                "ТипЦены",
                () -> xml.element("Ид", type.id)
                        .element("Наименование", type.title)
                        .element("Валюта", "RUB")
                        .within(
                                "Налог",
                                () -> xml.element("Наименование", "НДС")
                                        .element("УчтеноВСумме", type.isTaxIncluded)
                                        .element("Акциз", "false")));
    }

    private static void offer(Xml xml, Catalogue catalogue, Product product, LocalDate day) {
        xml.within("Предложение", () -> {
            xml.element("Ид", product.id()).element("Артикул", product.sku()).element("Наименование", product.name());
            xml.within("Цены", () -> {
                if (catalogue.hasPurchasePrice(product)) {
                    price(xml, PriceType.PURCHASE, product, catalogue.purchasePrice(product, day));
                }
                price(xml, PriceType.WHOLESALE, product, catalogue.salePrice(product, day));
            });
            stock(xml, product, day);
        });
    }

    private static void price(Xml xml, PriceType type, Product product, long kopecks) {
        String price = Money.text(kopecks);
        xml.within(
                "Цена",
                () -> xml.element("Представление", price.replace('.', ',') + " RUB за " + product.unit().shortName)
                        .element("ИдТипаЦены", type.id)
                        .element("ЦенаЗаЕдиницу", price)
                        .element("Валюта", "RUB"));
    }

    /** Stock of about two weeks' popularity; now and then none, once in a while below zero as 1C allows. */
    private static void stock(Xml xml, Product product, LocalDate day) {
        Dice dice = Dice.of("stock", product.id(), day.toString());
        int central = dice.chance(0.04) ? -dice.below(3) : product.pack() * dice.between(3, 60);
        int regional = dice.chance(0.2) ? 0 : product.pack() * dice.between(1, 15);
        xml.element("Количество", Integer.toString(central + regional));
        onHand(xml, Warehouse.CENTRAL, central);
        onHand(xml, Warehouse.REGIONAL, regional);
    }

    private static void onHand(Xml xml, Warehouse warehouse, int quantity) {
        xml.element(
                "Склад",
                "",
                "ИдСклада",
                warehouse.id,
                "КоличествоНаСкладе",
                String.format(Locale.ROOT, "%d", quantity));
    }
}
