package cartera.sample;

import cartera.sample.Customer.Contact;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The contacts export of amoCRM. Header names as in the leads export; those of the contact's own dates are unverified. */
final class Contacts {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss", Locale.ROOT);

    private Contacts() {}

    static byte[] write(Company company, Crm crm) {
        Map<Contact, String> managers = new LinkedHashMap<>();
        company.customers()
                .forEach(customer -> customer.contacts()
                        .forEach(contact -> managers.put(
                                contact, Staff.of(customer, Period.LAST).name())));
        crm.prospects.forEach(contact -> managers.put(
                contact,
                Staff.present(Dice.of("keeper", "" + contact.id()), Period.LAST).name()));
        return Csv.quoted(List.copyOf(managers.keySet()), columns(managers));
    }

    private static Map<String, Function<Contact, String>> columns(Map<Contact, String> managers) {
        Map<String, Function<Contact, String>> columns = new LinkedHashMap<>();
        columns.put("ID", contact -> Long.toString(contact.id()));
        columns.put("Полное имя контакта", Contact::person);
        columns.put("Компания", Contact::company);
        columns.put("Ответственный", contact -> managers.getOrDefault(contact, ""));
        columns.put("Дата создания", contact -> moment(contact.createdOn()));
        columns.put("Дата редактирования", contact -> moment(contact.createdOn()));
        columns.put("Рабочий телефон", Phones::workCell);
        columns.put("Мобильный телефон", Phones::mobileCell);
        columns.put("Рабочий email", Contact::email);
        columns.put("Должность", Contact::post);
        columns.put("Город", Contact::city);
        columns.put("ИНН", Contact::inn);
        return columns;
    }

    private static String moment(LocalDate day) {
        return day.atTime(10, 0).format(MOMENT);
    }
}
