package cartera.sample;

import cartera.sample.Deal.Share;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The three dialects of the leads export: for each the columns in order, and how a deal fills them. */
final class Leads {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss", Locale.ROOT);

    private Leads() {}

    /** Columns of the Russian CSV. */
    static Map<String, Function<Deal, String>> russianCsv() {
        Map<String, Function<Deal, String>> columns = new LinkedHashMap<>();
        columns.put("ID", deal -> Long.toString(deal.id()));
        columns.put("Название сделки", Deal::title);
        columns.put("Бюджет", deal -> Long.toString(deal.roubles()));
        columns.put("Ответственный", Deal::manager);
        columns.put("Дата создания сделки", Leads::created);
        columns.put("Кем создана сделка", Deal::manager);
        columns.put("Дата редактирования", deal -> deal.updatedAt().format(MOMENT));
        columns.put("Кем редактирована", Deal::manager);
        columns.put("Дата закрытия", deal -> closed(deal.closedAt(), "не закрыта"));
        columns.put("Теги", Deal::tags);
        columns.put("Примечание", Leads::note);
        empty(columns, "Примечание 2", "Примечание 3", "Примечание 4", "Примечание 5");
        columns.put("Этап сделки", deal -> deal.stage().title);
        columns.put("Воронка", deal -> deal.pipeline().title);
        columns.put("Полное имя контакта", deal -> deal.contact().person());
        columns.put("Компания контакта", deal -> deal.contact().company());
        columns.put("Ответственный за контакт", Deal::manager);
        columns.put("Компания", deal -> deal.contact().company());
        columns.put("Рабочий телефон", deal -> Phones.workCell(deal.contact()));
        empty(columns, "Рабочий прямой телефон");
        columns.put("Мобильный телефон", deal -> Phones.mobileCell(deal.contact()));
        empty(columns, "Факс", "Домашний телефон", "Другой телефон");
        columns.put("Рабочий email", deal -> deal.contact().email());
        empty(columns, "Личный email", "Другой email");
        columns.put("Город", deal -> deal.contact().city());
        columns.put("Должность", deal -> deal.contact().post());
        custom(columns);
        return columns;
    }

    /** Columns of the Russian workbook. */
    static Map<String, Function<Deal, String>> russianWorkbook() {
        Map<String, Function<Deal, String>> columns = new LinkedHashMap<>();
        columns.put("ID", deal -> Long.toString(deal.id()));
        columns.put("Название сделки", Deal::title);
        columns.put("Компания", deal -> deal.contact().company());
        columns.put("Основной контакт", deal -> deal.contact().person());
        columns.put("Компания контакта", deal -> deal.contact().company());
        columns.put("Ответственный", Deal::manager);
        columns.put("Этап сделки", deal -> deal.stage().title);
        columns.put("Воронка", deal -> deal.pipeline().title);
        columns.put("Бюджет ₽", deal -> Long.toString(deal.roubles()));
        columns.put("Дата создания", deal -> deal.createdAt().format(MOMENT));
        columns.put("Кем создана", Deal::manager);
        columns.put("Дата редактирования", deal -> deal.updatedAt().format(MOMENT));
        columns.put("Кем редактирована", Deal::manager);
        columns.put("Теги сделки", Deal::tags);
        empty(columns, "Ближайшая задача");
        columns.put("Дата закрытия", deal -> closed(deal.closedAt(), "не закрыта"));
        custom(columns);
        columns.put("Рабочий телефон (контакт)", deal -> Phones.workCell(deal.contact()));
        empty(columns, "Рабочий прямой телефон (контакт)");
        columns.put("Мобильный телефон (контакт)", deal -> Phones.mobileCell(deal.contact()));
        empty(columns, "Факс (контакт)", "Домашний телефон (контакт)", "Другой телефон (контакт)");
        columns.put("Рабочий email (контакт)", deal -> deal.contact().email());
        empty(columns, "Личный email (контакт)", "Другой email (контакт)");
        columns.put("Должность (контакт)", deal -> deal.contact().post());
        columns.put("Полное имя (контакт)", deal -> deal.contact().person());
        columns.put("Примечание 1", Leads::note);
        empty(columns, "Примечание 2", "Примечание 3", "Примечание 4", "Примечание 5");
        return columns;
    }

    /** Columns of the Spanish CSV. */
    static Map<String, Function<Deal, String>> spanishCsv() {
        Map<String, Function<Deal, String>> columns = new LinkedHashMap<>();
        columns.put("ID", deal -> Long.toString(deal.id()));
        columns.put("Nombre del lead", deal -> deal.title().replace("Сделка #", "Lead #"));
        columns.put("Compañía", deal -> deal.contact().company());
        columns.put("Contacto principal", deal -> deal.contact().person());
        columns.put("Compañía del lead", deal -> deal.contact().company());
        columns.put("Responsable", Deal::manager);
        columns.put("Estatus del lead", deal -> deal.stage().title);
        columns.put("Embudo de ventas", deal -> deal.pipeline().title);
        columns.put("Presupuesto", deal -> Long.toString(deal.roubles()));
        columns.put("Fecha de creación", deal -> deal.createdAt().format(MOMENT));
        columns.put("Creado por", Deal::manager);
        columns.put("Última modificación el", deal -> deal.updatedAt().format(MOMENT));
        columns.put("Modificado por", Deal::manager);
        columns.put("Etiquetas del lead", Deal::tags);
        empty(columns, "Tareas próximas");
        columns.put("Cerrado el", deal -> closed(deal.closedAt(), ""));
        custom(columns);
        empty(columns, "utm_content", "utm_medium", "utm_campaign", "utm_source");
        columns.put("Cargo (contacto)", deal -> deal.contact().post());
        columns.put("Correo (contacto)", deal -> deal.contact().email());
        empty(columns, "E-mail priv. (contacto)", "Otro e-mail (contacto)");
        columns.put("Teléfono oficina (contacto)", deal -> Phones.workCell(deal.contact()));
        empty(columns, "Teléfono oficina directo (contacto)");
        columns.put("Teléfono celular (contacto)", deal -> Phones.mobileCell(deal.contact()));
        empty(columns, "Fax (contacto)", "Teléfono de casa (contacto)", "Otro teléfono (contacto)");
        columns.put("Nota 1", Leads::note);
        empty(columns, "Nota 2", "Nota 3", "Nota 4", "Nota 5");
        return columns;
    }

    /** The fields that this company added to its deals; their names are the same in each language. */
    private static void custom(Map<String, Function<Deal, String>> columns) {
        columns.put("ИНН", deal -> deal.contact().inn());
        columns.put(
                "Второй менеджер",
                deal -> deal.second() == null ? "" : deal.second().manager());
        columns.put("Доля второго менеджера, %", deal -> percent(deal.second()));
        columns.put("Источник", Deal::channel);
        columns.put("Причина отказа", Deal::lossReason);
    }

    private static void empty(Map<String, Function<Deal, String>> columns, String... names) {
        List.of(names).forEach(name -> columns.put(name, deal -> ""));
    }

    /** The day of creation; in a damaged row a day that no month has. */
    private static String created(Deal deal) {
        String moment = deal.createdAt().format(MOMENT);
        return deal.oddities().contains("damaged_row") ? "31.02" + moment.substring(5) : moment;
    }

    /** A few deals have a note, with quotes and a line break in it. */
    private static String note(Deal deal) {
        return deal.id() % 12 == 0 ? "Просят скидку \"как в прошлый раз\".\nПерезвонить в понедельник" : "";
    }

    private static String percent(@Nullable Share share) {
        return share == null ? "" : Integer.toString(share.percent());
    }

    private static String closed(@Nullable LocalDateTime closedAt, String open) {
        return closedAt == null ? open : closedAt.format(MOMENT);
    }
}
