package cartera.sample;

import cartera.sample.Bank.Party;
import cartera.sample.Bank.Payment;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** 1CClientBankExchange 1.03 in windows-1251: the statement of both own accounts over some days. */
final class BankFile {

    private static final Charset WINDOWS = Charset.forName("windows-1251");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);
    private static final String BIC = "049800001";
    private static final String CORRESPONDENT = "30101810980000000001";

    private final StringBuilder text = new StringBuilder();

    private BankFile() {}

    /**
     * A statement.
     *
     * @param all every payment ever made: those before {@code fromOn} make the opening balance
     */
    static byte[] write(List<Payment> all, LocalDate fromOn, LocalDate toOn) {
        BankFile file = new BankFile();
        List<Payment> before =
                all.stream().filter(one -> one.day().isBefore(fromOn)).toList();
        List<Payment> within = all.stream()
                .filter(one -> !one.day().isBefore(fromOn) && !one.day().isAfter(toOn))
                .toList();
        file.head(fromOn, toOn);
        file.account(Bank.MAIN, 2_500_000_000L, before, within, fromOn, toOn);
        file.account(Bank.RESERVE, 500_000_000L, before, within, fromOn, toOn);
        within.forEach(file::payment);
        file.text.append("КонецФайла\r\n");
        return file.text.toString().getBytes(WINDOWS);
    }

    private void head(LocalDate fromOn, LocalDate toOn) {
        text.append("1CClientBankExchange\r\n");
        line("ВерсияФормата", "1.03");
        line("Кодировка", "Windows");
        line("Отправитель", "Учебный банк");
        line("Получатель", "");
        line("ДатаСоздания", toOn.plusDays(1).format(DAY));
        line("ВремяСоздания", "08:00:00");
        line("ДатаНачала", fromOn.format(DAY));
        line("ДатаКонца", toOn.format(DAY));
        line("РасчСчет", Bank.MAIN.account());
        line("РасчСчет", Bank.RESERVE.account());
    }

    private void account(
            Party own, long initial, List<Payment> before, List<Payment> within, LocalDate fromOn, LocalDate toOn) {
        long opening = initial + received(own, before) - spent(own, before);
        text.append("СекцияРасчСчет\r\n");
        line("ДатаНачала", fromOn.format(DAY));
        line("ДатаКонца", toOn.format(DAY));
        line("РасчСчет", own.account());
        line("НачальныйОстаток", Money.text(opening));
        line("ВсегоПоступило", Money.text(received(own, within)));
        line("ВсегоСписано", Money.text(spent(own, within)));
        line("КонечныйОстаток", Money.text(opening + received(own, within) - spent(own, within)));
        text.append("КонецРасчСчет\r\n");
    }

    private static long received(Party own, List<Payment> payments) {
        return payments.stream()
                .filter(one -> one.payee() == own)
                .mapToLong(Payment::kopecks)
                .sum();
    }

    private static long spent(Party own, List<Payment> payments) {
        return payments.stream()
                .filter(one -> one.payer() == own)
                .mapToLong(Payment::kopecks)
                .sum();
    }

    private void payment(Payment payment) {
        String day = payment.day().format(DAY);
        text.append("СекцияДокумент=").append(payment.kind()).append("\r\n");
        line("Номер", Integer.toString(payment.number()));
        line("Дата", day);
        line("Сумма", Money.text(payment.kopecks()));
        party("Плательщик", payment.payer());
        line("ДатаСписано", Bank.isOwn(payment.payer()) ? day : "");
        party("Получатель", payment.payee());
        line("ДатаПоступило", Bank.isOwn(payment.payee()) ? day : "");
        line("ВидПлатежа", "Электронно");
        line("ВидОплаты", "01");
        line("Очередность", "5");
        line("НазначениеПлатежа", payment.purpose());
        text.append("КонецДокумента\r\n");
    }

    private void party(String role, Party party) {
        line(role + "Счет", party.account());
        line(role + "ИНН", party.inn());
        line(role + "КПП", party.kpp());
        line(role + "1", party.name());
        line(role + "РасчСчет", party.account());
        line(role + "БИК", BIC);
        line(role + "Корсчет", CORRESPONDENT);
    }

    private void line(String key, String value) {
        text.append(key).append('=').append(value).append("\r\n");
    }
}
