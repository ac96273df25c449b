package cartera.sample;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import cartera.sample.Folders.Row;
import cartera.sample.OneC.Booked;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** Truth and exports are compared as files: what was committed, not what the generator has in memory. */
class TruthTest {

    private static final Map<String, byte[]> FILES = new TreeMap<>();
    private static final Set<String> IDS = new HashSet<>();
    private static final Map<String, Booked> DOCUMENTS = new HashMap<>();

    @BeforeAll
    static void read() throws IOException {
        FILES.putAll(Folders.contents(Folders.COMMITTED));
        DOCUMENTS.putAll(OneC.documents());
        Pattern id = Pattern.compile("<Ид>([^<]+)</Ид>|(?m)^\uFEFF?\"(\\d+)\"|<v>(\\d+)(?:\\.0)?</v>");
        for (Map.Entry<String, byte[]> file : FILES.entrySet()) {
            Matcher matcher = id.matcher(Folders.utf8(file.getValue()));
            while (matcher.find()) {
                IDS.add(matcher.group(matcher.group(1) != null ? 1 : matcher.group(2) != null ? 2 : 3));
            }
        }
    }

    private static byte[] file(String name) {
        return Objects.requireNonNull(FILES.get(name), name);
    }

    @Test
    void theExportsEndOnASunday() {
        String last = DOCUMENTS.values().stream()
                .map(Booked::day)
                .max(String::compareTo)
                .orElseThrow();
        assertThat(LocalDate.parse(last)).isBetween(Period.LAST.minusDays(2), Period.LAST);
        assertThat(Period.LAST.getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
        assertThat(Period.FIRST.getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
    }

    @Test
    void everyHeaderIsTheSumOfItsLines() {
        assertThat(DOCUMENTS.values()).allMatch(document -> document.amount().compareTo(document.sum()) == 0);
    }

    @Test
    void atLeast250OfSixHundredCustomersBuyAgain() throws IOException {
        Map<String, String> customerByCard = new HashMap<>();
        List<Row> customers = Folders.rows("truth/customers.csv");
        customers.forEach(row -> Arrays.stream(row.cell("onec_cards").split(" "))
                .forEach(card -> customerByCard.put(card, row.cell("customer"))));
        Map<String, Set<String>> days = DOCUMENTS.values().stream()
                .filter(document -> document.isSale() && customerByCard.containsKey(document.party()))
                .collect(groupingBy(document -> customerByCard.get(document.party()), mapping(Booked::day, toSet())));
        assertThat(customers).hasSize(600);
        assertThat(days.values().stream().filter(set -> set.size() > 1).count()).isGreaterThanOrEqualTo(250);
        assertThat(customers)
                .filteredOn(row -> row.cell("kind").equals("one_off"))
                .allMatch(
                        row -> days.getOrDefault(row.cell("customer"), Set.of()).size() == 1);
    }

    @Test
    void nobodyBuysAfterTheDayOfLeaving() throws IOException {
        for (Row row : Folders.rows("truth/customers.csv")) {
            Set<String> cards = Set.of(row.cell("onec_cards").split(" "));
            assertThat(DOCUMENTS.values())
                    .filteredOn(document -> document.isSale() && cards.contains(document.party()))
                    .allMatch(document ->
                            row.cell("leave_on").isEmpty() || document.day().compareTo(row.cell("leave_on")) < 0);
        }
    }

    @Test
    void theCatalogueHasOverAHundredGoodsInGroupsOfThreeLevels() throws IOException {
        Element root = OneC.root(file("exports/1c/import.xml"));
        Element groups = OneC.child(OneC.child(root, "Классификатор"), "Группы");
        List<Element> goods = OneC.children(OneC.child(OneC.child(root, "Каталог"), "Товары"), "Товар");
        assertThat(goods).hasSizeGreaterThan(100);
        assertThat(depth(groups)).isGreaterThanOrEqualTo(3);
        Set<String> known = goods.stream().map(good -> OneC.text(good, "Ид")).collect(toSet());
        known.add("ORDER_DELIVERY");
        assertThat(DOCUMENTS.values())
                .allMatch(document -> document.lines().stream().allMatch(line -> known.contains(line.product())));
    }

    private static int depth(Element groups) {
        return OneC.children(groups, "Группа").stream()
                        .flatMap(group -> OneC.children(group, "Группы").stream())
                        .mapToInt(TruthTest::depth)
                        .max()
                        .orElse(0)
                + 1;
    }

    @Test
    void theWeeksAreWhatTheDocumentsAddUpTo() throws IOException {
        Map<String, BigDecimal> revenue = new TreeMap<>();
        for (Booked document : DOCUMENTS.values()) {
            BigDecimal signed = document.isSale()
                    ? document.amount()
                    : document.isReturn() ? document.amount().negate() : BigDecimal.ZERO;
            LocalDate day = LocalDate.parse(document.day());
            revenue.merge(day.with(DayOfWeek.MONDAY).toString(), signed, BigDecimal::add);
        }
        List<Row> weeks = Folders.rows("truth/weeks.csv");
        assertThat(weeks).hasSize(157);
        assertThat(weeks)
                .allMatch(row -> new BigDecimal(row.cell("revenue"))
                                .compareTo(revenue.getOrDefault(row.cell("week_on"), BigDecimal.ZERO))
                        == 0);
    }

    @Test
    void theMarginOfThreeYearsIsBetween20And30Percent() throws IOException {
        double net = total("net_revenue");
        assertThat(1 - total("known_cost") / net).isBetween(0.20, 0.30);
    }

    private static double total(String column) throws IOException {
        return Folders.rows("truth/weeks.csv").stream()
                .mapToDouble(row -> Double.parseDouble(row.cell(column)))
                .sum();
    }

    @Test
    void everyStatementTiesAndGoesOnWhereTheLastOneEnded() {
        Map<String, BigDecimal> balances = new HashMap<>();
        List<String> names = FILES.keySet().stream()
                .filter(name -> name.contains("/kl_to_1c_"))
                .toList();
        assertThat(names).hasSize(13);
        for (String name : names) {
            String text = Folders.windows1251(file(name));
            assertThat(text).startsWith("1CClientBankExchange\r\n").endsWith("КонецФайла\r\n");
            String[] sections = text.split("СекцияРасчСчет\r\n");
            for (int i = 1; i < sections.length; i++) {
                account(sections[i], text, balances);
            }
        }
    }

    private static void account(String section, String text, Map<String, BigDecimal> balances) {
        String account = value(section, "РасчСчет");
        BigDecimal opening = new BigDecimal(value(section, "НачальныйОстаток"));
        BigDecimal in = sum(text, "ПолучательРасчСчет=" + account);
        BigDecimal out = sum(text, "ПлательщикРасчСчет=" + account);
        BigDecimal closing = new BigDecimal(value(section, "КонечныйОстаток"));
        assertThat(in).isEqualByComparingTo(value(section, "ВсегоПоступило"));
        assertThat(out).isEqualByComparingTo(value(section, "ВсегоСписано"));
        assertThat(opening.add(in).subtract(out)).isEqualByComparingTo(closing).isPositive();
        BigDecimal before = balances.put(account, closing);
        assertThat(before == null || before.compareTo(opening) == 0).isTrue();
    }

    private static BigDecimal sum(String text, String side) {
        return Arrays.stream(text.split("СекцияДокумент="))
                .skip(1)
                .filter(document -> document.contains(side + "\r\n"))
                .map(document -> new BigDecimal(value(document, "Сумма")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String value(String text, String key) {
        Matcher matcher = Pattern.compile("(?m)^" + key + "=(.*?)\r?$").matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    @Test
    void everyTaxNumberIsInventedAndOnlyThePlantedOnesAreWrong() throws IOException {
        Set<String> wrong = new HashSet<>();
        for (Map.Entry<String, byte[]> file : FILES.entrySet()) {
            String text = file.getKey().contains("/kl_to_1c_")
                    ? Folders.windows1251(file.getValue())
                    : Folders.utf8(file.getValue());
            Matcher matcher = Pattern.compile("(?:ИНН>|ИНН=|[\";>])(98\\d{8}|98\\d{10})(?=[\";<\r])")
                    .matcher(text);
            while (matcher.find()) {
                if (!Inn.isValid(matcher.group(1))) {
                    wrong.add(matcher.group(1));
                }
            }
        }
        Set<String> planted =
                oddities("wrong_inn_crm").stream().map(row -> row.cell("note")).collect(toSet());
        assertThat(wrong).containsExactlyInAnyOrderElementsOf(planted);
        assertThat(Folders.rows("truth/customers.csv"))
                .allMatch(row -> row.cell("inn").isEmpty() || Inn.isValid(row.cell("inn")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "missing_inn_crm",
                "missing_inn_1c",
                "wrong_inn_crm",
                "duplicate_crm",
                "duplicate_1c",
                "branch",
                "shared_phone",
                "phone_of_another",
                "customer_not_in_crm",
                "sale_not_in_crm",
                "deal_never_shipped",
                "late_deal",
                "deal_amount_differs",
                "two_managers",
                "order_not_shipped",
                "unposted_document",
                "deleted_document",
                "late_document",
                "changed_document",
                "our_purchase",
                "anonymous_retail",
                "unknown_cost",
                "damaged_row",
                "never_paid",
                "refund",
                "left_with_manager"
            })
    void everyKindOfOddityIsPlantedAndItsIdsStandInTheExports(String kind) throws IOException {
        List<Row> planted = oddities(kind);
        assertThat(planted).isNotEmpty();
        assertThat(planted)
                .allMatch(row -> Arrays.stream(row.cell("ids").split(" ")).allMatch(TruthTest::isExported));
        assertThat(Files.readString(Folders.COMMITTED.resolve("README.md"))).contains("`" + kind + "`");
    }

    /** Ids of the CRM stand in CSV cells or in the workbook's cells, those of 1C in elements. */
    private static boolean isExported(String id) {
        return id.isEmpty() || IDS.contains(id);
    }

    private static List<Row> oddities(String kind) throws IOException {
        return Folders.rows("truth/oddities.csv").stream()
                .filter(row -> row.cell("kind").equals(kind))
                .toList();
    }
}
