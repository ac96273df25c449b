package cartera.jobs.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Real and realistic exports give the counts and sums that were measured on them by hand: samples/EXPECTED.tsv. */
class SampleFilesTest {

    private static final List<String> FOLDERS = List.of("amocrm/", "kommo/", "commerceml/", "1c-bank-exchange/");
    private static final Pattern IN_BRACKETS = Pattern.compile("(.*)\\[(.*)]");

    private static final Map<String, Function<Collected, Object>> MEASURES = measures();

    @Test
    void everySampleGivesItsMeasuredCountsAndSums() throws IOException {
        Path shared = Collected.shared();
        assumeTrue(shared != null, "skipped: the folder ../shared with the sample files is not there");
        Path samples = shared.resolve("formats/samples");
        Map<String, Collected> read = new HashMap<>();
        List<String> differences = new ArrayList<>();
        int compared = 0;
        for (String line : Files.readAllLines(samples.resolve("EXPECTED.tsv"), StandardCharsets.UTF_8)) {
            String[] cells = line.split("\t", -1);
            if (FOLDERS.stream().noneMatch(cells[0]::startsWith) || cells[0].endsWith(".xsd")) {
                continue;
            }
            Collected collected = read.computeIfAbsent(cells[0], name -> {
                Collected fresh = new Collected();
                assertThat(fresh.read(samples.resolve(name)).quarantined())
                        .as(name)
                        .isZero();
                return fresh;
            });
            Object value = value(cells[1], collected);
            if (value != null) {
                compared++;
                if (!plain(value.toString()).equals(plain(cells[2]))) {
                    differences.add("%s %s: %s, not %s".formatted(cells[0], cells[1], value, cells[2]));
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(compared).as("measures compared").isGreaterThan(150);
        assertThat(read).as("files compared").hasSize(23);
    }

    @Test
    void theSameOrderInTwoEncodingsLoadsToTheSameRows() {
        Path shared = Collected.shared();
        assumeTrue(shared != null, "skipped: the folder ../shared with the sample files is not there");
        Collected one = new Collected();
        Collected other = new Collected();
        one.read(shared.resolve("formats/samples/commerceml/carono_orders_cp1251_2.03.xml"));
        other.read(shared.resolve("formats/samples/commerceml/alex8bits_orders_utf8_2.03.xml"));
        assertThat(one.rows).usingRecursiveComparison().isEqualTo(other.rows);
        assertThat(one.customFields).isEqualTo(other.customFields);
    }

    private static String plain(String value) {
        return value.matches("-?\\d+\\.\\d+")
                ? new BigDecimal(value).stripTrailingZeros().toPlainString()
                : value;
    }

    /** The measure of a file; null if it is not about rows. */
    private static @Nullable Object value(String measure, Collected collected) {
        Matcher bracket = IN_BRACKETS.matcher(measure);
        if (!bracket.matches()) {
            return MEASURES.containsKey(measure) ? MEASURES.get(measure).apply(collected) : null;
        }
        String code = Currencies.code(bracket.group(2));
        return switch (bracket.group(1)) {
            case "header_sum" -> sum(collected, "document", "amount", code);
            case "header_tax_sum" -> sum(collected, "document", "tax_amount", code);
            case "amount_sum" -> sum(collected, "deal", "amount", code);
            case "price_sum" -> sum(collected, "price", "price", code);
            case "prices" ->
                collected.column("price", "currency").stream()
                        .filter(booked -> booked.equals(code))
                        .count();
            default -> null;
        };
    }

    private static BigDecimal sum(Collected collected, String entity, String column, @Nullable String currency) {
        BigDecimal sum = BigDecimal.ZERO;
        for (EntityRow row : collected.of(entity)) {
            Object value = row.values()[row.entity().indexOf(column)];
            Object booked = currency == null ? null : row.values()[row.entity().indexOf("currency")];
            if (value instanceof BigDecimal amount && (currency == null || currency.equals(booked))) {
                sum = sum.add(amount);
            }
        }
        return sum;
    }

    private static Map<String, Function<Collected, Object>> measures() {
        Map<String, Function<Collected, Object>> m = new TreeMap<>();
        m.put("documents", c -> c.of("document").size());
        m.put("distinct_document_ids", c -> distinct(c, "document", "id"));
        m.put("documents_by_operation", c -> byWord(c, "document", "operation", Map.of("order", "Заказ товара")));
        m.put("documents_by_our_role", c -> byWord(c, "document", "our_role", Map.of("seller", "Продавец")));
        m.put(
                "documents_without_amount",
                c -> c.of("document").size() - c.column("document", "amount").size());
        m.put(
                "documents_with_shipment_no",
                c -> c.column("document", "shipped_on").size());
        m.put("documents_with_payment_no", c -> count(c, "document", "is_paid", true));
        m.put("documents_deletion_marked", c -> count(c, "document", "is_deleted", true));
        m.put("order_paid_flag", c -> byWord(c, "document", "is_paid", Map.of()));
        m.put("cancelled_flag", c -> byWord(c, "document", "is_deleted", Map.of()));
        m.put("posted", c -> byWord(c, "document", "is_posted", Map.of()));
        m.put("lines", c -> c.of("document_line").size());
        m.put("line_quantity_sum", c -> sum(c, "document_line", "quantity", null));
        m.put("distinct_goods_ids", SampleFilesTest::distinctGoods);
        m.put("delivery_lines(ORDER_DELIVERY)", c -> count(c, "document_line", "is_service", true));
        m.put("counterparties", c -> c.of("company").size());
        m.put("distinct_counterparty_ids", c -> distinct(c, "company", "id"));
        m.put("counterparties_with_inn", c -> c.column("company", "inn").size());
        m.put("counterparties_deletion_marked", c -> count(c, "company", "is_deleted", true));
        m.put("groups", c -> c.of("category").size());
        m.put("catalogue_goods", c -> c.of("product").size());
        m.put("goods_with_article", c -> c.column("product", "sku").size());
        m.put("goods_deletion_marked", c -> count(c, "product", "is_deleted", true));
        m.put("distinct_price_type_ids_used", c -> distinct(c, "price", "price_type"));
        m.put("stock_rows", c -> c.of("stock").size());
        m.put("stock_quantity_sum", c -> sum(c, "stock", "quantity", null));
        m.put("payments", c -> c.of("payment").size());
        m.put("payments_in", c -> count(c, "payment", "direction", "in"));
        m.put("payments_out", c -> count(c, "payment", "direction", "out"));
        m.put("payments_direction_unknown", c -> count(c, "payment", "direction", "unknown"));
        m.put("sum_all", c -> sum(c, "payment", "amount", null));
        m.put("sum_in", c -> sumOf(c, "in"));
        m.put("sum_out", c -> sumOf(c, "out"));
        m.put("sum_direction_unknown", c -> sumOf(c, "unknown"));
        m.put("distinct_natural_keys", c -> distinct(c, "payment", "id"));
        m.put("distinct_other_parties", SampleFilesTest::otherParties);
        m.put("deals", c -> c.of("deal").size());
        m.put("data_rows", c -> c.of("deal").size());
        m.put("amount_sum", c -> sum(c, "deal", "amount", null));
        m.put(
                "deals_without_amount",
                c -> c.of("deal").size() - c.column("deal", "amount").size());
        m.put("deals_won", c -> count(c, "deal", "outcome", "won"));
        m.put("deals_lost", c -> count(c, "deal", "outcome", "lost"));
        m.put("deals_open", c -> count(c, "deal", "outcome", "open"));
        m.put("deals_with_close_date", c -> c.column("deal", "closed_at").size());
        m.put("distinct_contact_names", c -> distinct(c, "deal", "contact_name"));
        m.put("distinct_company_names", c -> distinct(c, "deal", "company_name"));
        m.put("distinct_responsibles", c -> distinct(c, "deal", "manager"));
        m.put("phone_values", c -> count(c, "contact_point", "kind", "phone"));
        return m;
    }

    private static Object distinctGoods(Collected c) {
        return c.of("product").isEmpty() ? distinct(c, "document_line", "product_id") : distinct(c, "product", "id");
    }

    /** By taxpayer number, by name where there is none. */
    private static Object otherParties(Collected c) {
        return c.of("payment").stream()
                .map(row -> {
                    Object inn = row.values()[row.entity().indexOf("inn")];
                    return inn == null
                            ? String.valueOf(row.values()[row.entity().indexOf("party_name")])
                            : inn;
                })
                .distinct()
                .count();
    }

    private static long distinct(Collected c, String entity, String column) {
        return c.column(entity, column).stream().distinct().count();
    }

    private static long count(Collected c, String entity, String column, Object wanted) {
        return c.column(entity, column).stream().filter(wanted::equals).count();
    }

    private static BigDecimal sumOf(Collected c, String direction) {
        return c.of("payment").stream()
                .filter(row -> direction.equals(row.values()[row.entity().indexOf("direction")]))
                .map(row -> (BigDecimal) row.values()[row.entity().indexOf("amount")])
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String byWord(Collected c, String entity, String column, Map<String, String> words) {
        Map<String, Long> counts = c.column(entity, column).stream()
                .map(Object::toString)
                .collect(Collectors.groupingBy(
                        word -> words.getOrDefault(word, word), TreeMap::new, Collectors.counting()));
        List<String> parts = new ArrayList<>();
        counts.forEach((word, count) -> parts.add(word + "=" + count));
        return String.join("; ", parts);
    }
}
