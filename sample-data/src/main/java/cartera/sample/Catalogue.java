package cartera.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** The goods, their groups, and what they cost on each day. */
final class Catalogue {

    /** A price change of one top group, or of all ({@code *}). */
    record PriceChange(LocalDate changedOn, String group, int purchasePercent, int salePercent) {

        boolean touches(Product product) {
            return group.equals("*") || group.equals(product.category().top());
        }
    }

    /** What a product costs us, net, and our customers, gross, in kopecks. */
    private record Prices(long purchase, long sale) {}

    private static final Set<String> WITHOUT_PURCHASE_PRICE = Set.of("АС-10217", "АС-10532");

    final List<Category> roots = new ArrayList<>();
    final List<Product> products = new ArrayList<>();
    final Map<String, List<Product>> byGroup = new LinkedHashMap<>();
    final List<PriceChange> changes = Table.rows("price-changes.csv").stream()
            .map(row -> new PriceChange(
                    LocalDate.parse(row[0]), row[1], Integer.parseInt(row[2]), Integer.parseInt(row[3])))
            .toList();
    private final Map<String, NavigableMap<LocalDate, Prices>> prices = new HashMap<>();
    private final Map<String, Category> categories = new LinkedHashMap<>();

    Catalogue() {
        Table.rows("catalogue.csv").forEach(this::addVariants);
    }

    private void addVariants(String[] row) {
        String[] variants = row[5].split("\\|");
        String[] prices = row[6].split("\\|");
        for (int i = 0; i < variants.length; i++) {
            add(row, row[4] + " " + variants[i], Long.parseLong(prices[i]) * 100);
        }
    }

    private void add(String[] row, String name, long purchasePrice) {
        Category category = category(row[0]);
        Dice dice = Dice.of("product", name);
        List<Product> group = byGroup.computeIfAbsent(category.top(), top -> new ArrayList<>());
        Product product = new Product(
                dice.guid(),
                String.format(Locale.ROOT, "АС-%05d", 10_000 + products.size() * 7),
                name,
                category,
                Product.Unit.named(row[2]),
                Integer.parseInt(row[1]),
                Integer.parseInt(row[3]),
                purchasePrice,
                1.34 + 0.16 * dice.uniform(),
                1 / (0.6 + group.size() * 0.25));
        group.add(product);
        products.add(product);
    }

    private Category category(String path) {
        Category known = categories.get(path);
        if (known != null) {
            return known;
        }
        Category made = Category.named(path);
        int slash = path.lastIndexOf('/');
        (slash < 0 ? roots : category(path.substring(0, slash)).children()).add(made);
        categories.put(path, made);
        return made;
    }

    /** VAT in percent: the general rate rose from 20 to 22 on 2026-01-01. */
    static int vatPercent(Product product, LocalDate day) {
        return product.vatPercent() == 20 && day.getYear() >= 2026 ? 22 : product.vatPercent();
    }

    /** Two goods have none: bought on commission, so that their cost is unknown. */
    boolean hasPurchasePrice(Product product) {
        return product != Basket.DELIVERY && !WITHOUT_PURCHASE_PRICE.contains(product.sku());
    }

    /** The purchase price on a day, net of VAT, in kopecks. */
    long purchasePrice(Product product, LocalDate day) {
        return priceList(product, day).purchase();
    }

    /** The wholesale price on a day, VAT included, in kopecks. */
    long salePrice(Product product, LocalDate day) {
        return priceList(product, day).sale();
    }

    /** What the goods of a document cost, net of VAT, in kopecks; those without a purchase price count nothing. */
    long cost(Document document) {
        return document.lines().stream()
                .filter(line -> hasPurchasePrice(line.product()))
                .mapToLong(line -> line.quantity() * purchasePrice(line.product(), document.day()))
                .sum();
    }

    /** The days on which some price changed, in order; the first day of the period leads. */
    List<LocalDate> priceDays() {
        List<LocalDate> days = new ArrayList<>(List.of(Period.FIRST));
        changes.stream().map(PriceChange::changedOn).distinct().forEach(days::add);
        return days;
    }

    /** The goods whose price changed on that day. */
    List<Product> repriced(LocalDate day) {
        return products.stream()
                .filter(product -> day.equals(Period.FIRST)
                        || changes.stream().anyMatch(one -> one.changedOn().equals(day) && one.touches(product)))
                .toList();
    }

    private Prices priceList(Product product, LocalDate day) {
        return Objects.requireNonNull(prices.computeIfAbsent(product.id(), id -> prices(product))
                        .floorEntry(day))
                .getValue();
    }

    /** The product's prices by the day from which they are valid. */
    private NavigableMap<LocalDate, Prices> prices(Product product) {
        double purchase = product.purchasePrice();
        double sale = purchase * product.markup() * (1 + product.vatPercent() / 100.0);
        NavigableMap<LocalDate, Prices> list = new TreeMap<>();
        list.put(LocalDate.MIN, new Prices(Money.listPrice(purchase), Money.listPrice(sale)));
        for (PriceChange change : changes) {
            if (change.touches(product)) {
                purchase *= 1 + change.purchasePercent() / 100.0;
                sale *= 1 + change.salePercent() / 100.0;
                list.put(change.changedOn(), new Prices(Money.listPrice(purchase), Money.listPrice(sale)));
            }
        }
        return list;
    }
}
