package cartera.sample;

import cartera.sample.Document.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What goes into an order: groups by taste and season, goods by popularity, quantities by the money to be spent. */
final class Basket {

    static final Product DELIVERY = new Product(
            "ORDER_DELIVERY", "", "Доставка заказа", Category.named("Услуги"), Product.Unit.PIECE, 20, 1, 0, 0, 0);

    private final Catalogue catalogue;
    private final Season season;

    Basket(Catalogue catalogue, Season season) {
        this.catalogue = catalogue;
        this.season = season;
    }

    /**
     * Lines of about {@code target} kopecks.
     *
     * @param tastes weights of the groups, multiplied by the season's demand
     */
    List<Line> fill(double target, double[] tastes, int discountPercent, LocalDate day, Dice dice) {
        List<Product> products = products(1 + Math.min(6, dice.poisson(1.6)), tastes, day, dice);
        double[] shares = new double[products.size()];
        double total = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = dice.gamma(2, 1);
            total += shares[i];
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            lines.add(line(products.get(i), target * shares[i] / total, discountPercent, day));
        }
        if (dice.chance(0.08)) {
            lines.add(new Line(DELIVERY, 1, dice.between(3, 12) * 50_000L, 0, Catalogue.vatPercent(DELIVERY, day)));
        }
        return lines;
    }

    private List<Product> products(int count, double[] tastes, LocalDate day, Dice dice) {
        double[] weights = season.demand(day);
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= tastes[i];
        }
        Set<Product> chosen = new LinkedHashSet<>();
        for (int tries = 0; chosen.size() < count && tries < 40; tries++) {
            List<Product> group = catalogue.byGroup.get(
                    season.series.get(dice.weighted(weights)).group());
            chosen.add(popular(group == null ? List.of() : group, dice));
        }
        return List.copyOf(chosen);
    }

    private static Product popular(List<Product> group, Dice dice) {
        return group.get(
                dice.weighted(group.stream().mapToDouble(Product::popularity).toArray()));
    }

    private Line line(Product product, double target, int discountPercent, LocalDate day) {
        int promotion = season.promotionPercent(product.category().top(), day);
        int percent = Math.min(15, discountPercent + promotion);
        long price = catalogue.salePrice(product, day);
        double units = target / (price * (1 - percent / 100.0));
        long packs = StrictMath.round(units / product.pack());
        long quantity = packs > 0 ? packs * product.pack() : Math.max(1, StrictMath.round(units));
        return new Line(product, (int) quantity, price, percent, Catalogue.vatPercent(product, day));
    }
}
