package cartera.sample;

import java.time.LocalDateTime;

/** CommerceML catalogue: groups of two and three levels, and the goods. */
final class CatalogueFile {

    private CatalogueFile() {}

    static byte[] write(Catalogue catalogue, LocalDateTime madeAt) {
        return CommerceMl.file(madeAt, xml -> {
            xml.within("Классификатор", () -> classifier(xml, catalogue));
            xml.within("Каталог", () -> goods(xml, catalogue), "СодержитТолькоИзменения", "false");
        });
    }

    private static void classifier(Xml xml, Catalogue catalogue) {
        xml.element("Ид", CommerceMl.CATALOGUE_ID).element("Наименование", "Классификатор (Основной каталог товаров)");
        CommerceMl.owner(xml);
        xml.within("Группы", () -> catalogue.roots.forEach(root -> group(xml, root)));
    }

    private static void group(Xml xml, Category category) {
        xml.within("Группа", () -> {
            xml.element("Ид", category.id()).element("Наименование", category.name());
            if (!category.children().isEmpty()) {
                xml.within("Группы", () -> category.children().forEach(child -> group(xml, child)));
            }
        });
    }

    private static void goods(Xml xml, Catalogue catalogue) {
        xml.element("Ид", CommerceMl.CATALOGUE_ID)
                .element("ИдКлассификатора", CommerceMl.CATALOGUE_ID)
                .element("Наименование", "Основной каталог товаров");
        CommerceMl.owner(xml);
        xml.within("Товары", () -> catalogue.products.forEach(product -> product(xml, product)));
    }

    private static void product(Xml xml, Product product) {
        xml.within("Товар", () -> {
            xml.element("Ид", product.id()).element("Артикул", product.sku()).element("Наименование", product.name());
            CommerceMl.unit(xml, product);
            xml.within("Группы", () -> xml.element("Ид", product.category().id()));
            CommerceMl.vatRate(xml, Catalogue.vatPercent(product, Period.LAST));
            xml.within("ЗначенияРеквизитов", () -> CommerceMl.fact(xml, "ТипНоменклатуры", "Товар"));
        });
    }
}
