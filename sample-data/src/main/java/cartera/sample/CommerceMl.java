package cartera.sample;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;

/** What all CommerceML files share: the envelope, the owner, units and counterparties. */
final class CommerceMl {

    static final String CATALOGUE_ID = Dice.of("catalogue").guid();
    private static final String OWNER_ID = Dice.of("owner").guid();
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private CommerceMl() {}

    /** A file made at a moment; {@code content} writes below the root. */
    static byte[] file(LocalDateTime madeAt, Consumer<Xml> content) {
        Xml xml = new Xml();
        xml.within(
                "КоммерческаяИнформация",
                () -> content.accept(xml),
                "xmlns",
                "urn:1C.ru:commerceml_2",
                "xmlns:xs",
                "http://www.w3.org/2001/XMLSchema",
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "ВерсияСхемы",
                "2.09",
                "ДатаФормирования",
                madeAt.format(SECONDS));
        return xml.bytes();
    }

    static void owner(Xml xml) {
        xml.within(
                "Владелец",
                () -> xml.element("Ид", OWNER_ID)
                        .element("Наименование", Company.NAME)
                        .element("ОфициальноеНаименование", Company.NAME)
                        .element("ИНН", Company.INN)
                        .element("КПП", Company.KPP));
    }

    static void unit(Xml xml, Product product) {
        Product.Unit unit = product.unit();
        xml.element(
                "БазоваяЕдиница",
                unit.shortName,
                "Код",
                unit.code,
                "НаименованиеПолное",
                unit.fullName,
                "МеждународноеСокращение",
                unit.international);
    }

    static void vatRate(Xml xml, int percent) {
        xml.within(
                "СтавкиНалогов",
                () -> xml.within(
                        "СтавкаНалога",
                        () -> xml.element("Наименование", "НДС").element("Ставка", Integer.toString(percent))));
    }

    static void fact(Xml xml, String name, String value) {
        xml.within("ЗначениеРеквизита", () -> xml.element("Наименование", name).element("Значение", value));
    }

    /** A counterparty with what 1C knows of it. */
    static void counterparty(Xml xml, Customer.Card card, Document.Role role) {
        xml.within("Контрагент", () -> {
            xml.element("Ид", card.id()).element("Наименование", card.name());
            names(xml, card);
            xml.element("Роль", role.title);
            optional(xml, "ИНН", card.inn());
            optional(xml, "КПП", card.kpp());
            if (!card.phone().isEmpty() || !card.email().isEmpty()) {
                xml.within("Контакты", () -> contacts(xml, card));
            }
        });
    }

    /** A firm has an official name; people have a full name, last name and first name. */
    private static void names(Xml xml, Customer.Card card) {
        if (card.form().isOrganisation()) {
            xml.element("ОфициальноеНаименование", card.officialName());
            return;
        }
        optional(xml, "ПолноеНаименование", card.officialName());
        String[] names = card.name().split(" ");
        if (!card.officialName().isEmpty()) {
            xml.element("Фамилия", names[0]).element("Имя", names[1]);
        }
    }

    private static void contacts(Xml xml, Customer.Card card) {
        contact(xml, "Электронная почта", card.email());
        contact(xml, "Телефон рабочий", Phones.inOneC(card.phone()));
    }

    private static void contact(Xml xml, String type, String value) {
        if (!value.isEmpty()) {
            xml.within("Контакт", () -> xml.element("Тип", type).element("Значение", value));
        }
    }

    static void optional(Xml xml, String name, String value) {
        if (!value.isEmpty()) {
            xml.element(name, value);
        }
    }
}
