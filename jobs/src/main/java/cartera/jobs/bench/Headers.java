package cartera.jobs.bench;

import cartera.jobs.home.Nearest;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The header row of a table, in which columns are found by name or by what such columns are usually called. */
final class Headers {

    /** What a column is for, and its usual names in English, Russian and Spanish, the clearest first. */
    enum Role {
        CUSTOMER(
                "customer",
                "customer id, customer, customer no, customer number, customer code, client id, client, cust id, cust,"
                        + " user id, buyer id, buyer, account id, party id, member id, cliente id, id cliente,"
                        + " id del cliente, codigo cliente, codigo de cliente, cliente, comprador, id клиента,"
                        + " клиент id, код клиента, номер клиента, клиент, id покупателя, код покупателя, покупатель,"
                        + " id контрагента, код контрагента, контрагент, user, account, member, customer name, id"),
        DATE(
                "date",
                "date, day, order date, invoice date, purchase date, transaction date, sale date, sold on, order day,"
                        + " datetime, timestamp, дата, день, дата покупки, дата заказа, дата продажи, дата сделки,"
                        + " дата документа, дата отгрузки, дата чека, fecha, dia, fecha de compra, fecha de venta,"
                        + " fecha compra, fecha venta, fecha pedido, fecha de pedido, fecha factura, fecha de factura"),
        AMOUNT(
                "amount",
                "amount, order amount, total amount, sales amount, line amount, net amount, revenue, sales, total,"
                        + " order total, sum, turnover, dollar value, value, order value, сумма, сумма покупки,"
                        + " сумма заказа, сумма продажи, сумма сделки, сумма документа, выручка, итого, всего, оборот,"
                        + " стоимость, importe, importe total, monto, monto total, total venta, ventas, valor"),
        LABEL("label", "churn, churned, label, target"),
        ID("id", "customer id, client id, user id, account id, party id, id клиента, код клиента, id cliente, id"),
        KEY(
                "key",
                "key, series, series id, unique id, id, item, item id, sku, product id, product, article, store, code,"
                        + " name, ключ, ряд, товар, артикул, код товара, код, номенклатура, наименование, clave, serie,"
                        + " producto, articulo, codigo"),
        PERIOD(
                "period",
                "period, date, month, week, quarter, year, day, time, t, ds, step, timestamp, period on, month on, week on,"
                        + " период, дата, месяц, неделя, квартал, год, день, periodo, fecha, mes, semana, trimestre, ano,"
                        + " dia"),
        VALUE(
                "value",
                "value, y, sales, demand, quantity, qty, amount, revenue, units, total, sum, target, значение, продажи,"
                        + " спрос, количество, сумма, выручка, valor, ventas, demanda, cantidad, importe, ingresos, monto"),
        GROUP("group", "group"),
        SEASON("season", "season"),
        HORIZON("horizon", "horizon"),
        PARENT("parent", "parent, parent id, group, родитель, группа, padre, grupo");

        private final String option;
        private final List<String> names;

        Role(String option, String names) {
            this.option = option;
            this.names = List.of(names.split(", "));
        }

        /** The option that names the column. */
        String option() {
            return "--" + option;
        }
    }

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern UNIT = Pattern.compile("(?<=.)[,(\\[].*$");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final int SHOWN_HEADERS = 40;
    private static final int SHOWN_LETTERS = 60;

    private final List<String> names;
    private final List<String> folded;

    Headers(String[] cells) {
        this.names = List.of(cells).stream().map(String::strip).toList();
        this.folded = names.stream().map(Headers::folded).toList();
    }

    int size() {
        return names.size();
    }

    String name(int column) {
        return names.get(column);
    }

    /** The column that was named, else the first that goes by a usual name; empty only where none was named. */
    OptionalInt find(Role role, @Nullable String given) {
        if (given == null) {
            return role.names.stream()
                    .mapToInt(name -> folded.indexOf(folded(name)))
                    .filter(column -> column >= 0)
                    .findFirst();
        }
        int exact = names.indexOf(given.strip());
        int column = exact >= 0 ? exact : folded.indexOf(folded(given));
        if (column < 0) {
            throw new UnusableTable("it has no column '%s' (%s)%s"
                    .formatted(shown(given), role.option(), advice(role, List.of(given))));
        }
        return OptionalInt.of(column);
    }

    /** The columns that were named one by one with commas, or the one of that name. */
    List<Integer> named(Role role, String given) {
        if (names.contains(given.strip())) {
            return List.of(names.indexOf(given.strip()));
        }
        return Arrays.stream(given.split(","))
                .map(name -> find(role, name).orElseThrow())
                .distinct()
                .toList();
    }

    /** The column that must be there. */
    int require(Role role, @Nullable String given) {
        return find(role, given)
                .orElseThrow(() -> new UnusableTable(
                        "it has no column that looks like the %s%s".formatted(role.option, advice(role, role.names))));
    }

    private String advice(Role role, List<String> wanted) {
        return "\n  headers found: %s\n  the nearest is '%s'; name the right one:  %s HEADER"
                .formatted(shown(), shown(names.get(nearest(wanted))), role.option());
    }

    /** The header with the fewest letters to change; ties go to the first. */
    private int nearest(List<String> wanted) {
        return IntStream.range(0, names.size())
                .boxed()
                .min(Comparator.comparingInt(column -> distance(folded.get(column), wanted)))
                .orElseThrow();
    }

    private static int distance(String header, List<String> wanted) {
        return wanted.stream()
                .mapToInt(name -> Nearest.distance(header, folded(name)))
                .min()
                .orElseThrow();
    }

    String shown() {
        List<String> some =
                names.stream().limit(SHOWN_HEADERS).map(Headers::shown).toList();
        int left = names.size() - some.size();
        return String.join(", ", some) + (left > 0 ? ", and %d more".formatted(left) : "");
    }

    static String shown(String name) {
        String line = name.replaceAll("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069]", " ");
        return line.length() <= SHOWN_LETTERS ? line : line.substring(0, SHOWN_LETTERS - 1) + "…";
    }

    /** For comparison: letters and digits alone, without accents, case or a unit behind a comma or in brackets. */
    private static String folded(String name) {
        String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return NO_LETTERS.matcher(UNIT.matcher(plain).replaceFirst("")).replaceAll("");
    }
}
