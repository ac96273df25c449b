package cartera.sample;

import cartera.sample.Document.Line;
import cartera.sample.Document.Operation;
import cartera.sample.Document.State;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** CommerceML documents: sales, returns and orders of a month. */
final class DocumentsFile {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private final Map<String, Long> dealBySale;

    /**
     * Writer of documents.
     *
     * @param dealBySale the CRM's deal of a sale, where 1C was told of it
     */
    DocumentsFile(Map<String, Long> dealBySale) {
        this.dealBySale = dealBySale;
    }

    byte[] write(List<Document> documents, LocalDateTime madeAt) {
        return CommerceMl.file(
                madeAt, xml -> documents.forEach(one -> xml.within("Документ", () -> document(xml, one))));
    }

    private void document(Xml xml, Document document) {
        Document.Role other = document.ourRole() == Document.Role.SELLER ? Document.Role.BUYER : Document.Role.SELLER;
        xml.element("Ид", document.id())
                .element("ПометкаУдаления", Boolean.toString(document.state() == State.DELETED))
                .element("Номер", document.number())
                .element("Дата", document.at().format(DAY))
                .element("Время", document.at().format(TIME))
                .element("ХозОперация", document.operation().title)
                .element("Роль", document.ourRole().title)
                .element("Валюта", "RUB")
                .element("Курс", "1")
                .element("Сумма", Money.text(document.amount()))
                .within("Контрагенты", () -> CommerceMl.counterparty(xml, document.card(), other))
                .within(
                        "Склады",
                        () -> xml.within(
                                "Склад",
                                () -> xml.element("Ид", document.warehouse().id)
                                        .element("Наименование", document.warehouse().title)))
                .within("Налоги", () -> tax(xml, document.tax(), ""))
                .within("ЗначенияРеквизитов", () -> facts(xml, document));
        Document shipment = document.shipment();
        if (shipment != null) {
            xml.within("ПодчиненныеДокументы", () -> subordinate(xml, shipment));
        }
        xml.within("Товары", () -> document.lines().forEach(line -> line(xml, line)));
    }

    private void facts(Xml xml, Document document) {
        CommerceMl.fact(xml, "Проведен", Boolean.toString(document.state() == State.POSTED));
        if (!document.manager().isEmpty()) {
            CommerceMl.fact(xml, "Менеджер", document.manager());
        }
        if (!document.orderId().isEmpty()) {
            CommerceMl.fact(xml, "Заказ", document.orderId());
        }
        Long deal = dealBySale.get(document.id());
        if (deal != null) {
            CommerceMl.fact(xml, "Номер сделки", Long.toString(deal));
        }
        if (document.operation() == Operation.ORDER) {
            CommerceMl.fact(xml, "Номер по 1С", document.number());
            CommerceMl.fact(xml, "Дата по 1С", document.at().format(MOMENT));
        }
        if (document.shipment() != null) {
            CommerceMl.fact(xml, "Номер отгрузки по 1С", document.shipment().number());
            CommerceMl.fact(xml, "Дата отгрузки по 1С", document.shipment().at().format(MOMENT));
        }
    }

    private static void subordinate(Xml xml, Document shipment) {
        xml.within(
                "ПодчиненныйДокумент",
                () -> xml.element("Ид", shipment.id())
                        .element("Номер", shipment.number())
                        .element("Дата", shipment.at().format(DAY))
                        .element("ХозОперация", shipment.operation().title)
                        .element("Сумма", Money.text(shipment.amount())));
    }

    private static void tax(Xml xml, long kopecks, String rate) {
        xml.within("Налог", () -> {
            xml.element("Наименование", "НДС").element("УчтеноВСумме", "true").element("Сумма", Money.text(kopecks));
            CommerceMl.optional(xml, "Ставка", rate);
        });
    }

    private static void line(Xml xml, Line line) {
        Product product = line.product();
        String rate = Integer.toString(line.vatPercent());
        xml.within("Товар", () -> {
            xml.element("Ид", product.id());
            CommerceMl.optional(xml, "Артикул", product.sku());
            xml.element("Наименование", product.name());
            xml.element("Единица", product.unit().shortName);
            xml.within(
                            "ЗначенияРеквизитов",
                            () -> CommerceMl.fact(
                                    xml, "ТипНоменклатуры", product == Basket.DELIVERY ? "Услуга" : "Товар"))
                    .element("ЦенаЗаЕдиницу", Money.text(line.price()))
                    .element("Количество", Integer.toString(line.quantity()))
                    .element("Сумма", Money.text(line.amount()))
                    .within("Налоги", () -> tax(xml, line.tax(), rate));
            if (line.discountPercent() > 0) {
                xml.within("Скидки", () -> discount(xml, line));
            }
        });
    }

    private static void discount(Xml xml, Line line) {
        xml.within(
                "Скидка",
                () -> xml.element("Наименование", "Скидка")
                        .element("Сумма", Money.text(line.discount()))
                        .element("Процент", Integer.toString(line.discountPercent()))
                        .element("УчтеноВСумме", "true"));
    }
}
