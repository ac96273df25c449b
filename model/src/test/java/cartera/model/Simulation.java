package cartera.model;

import cartera.model.purchase.BetaGeometric;
import cartera.model.purchase.Dropout;
import cartera.model.purchase.ParetoNbd;
import cartera.model.purchase.PurchaseGroup;
import cartera.model.purchase.PurchaseHistory;
import cartera.model.spend.GammaGamma;
import cartera.model.spend.SpendHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;

/** Customers drawn from the models themselves. */
public final class Simulation {

    private final Random random;

    public Simulation(long seed) {
        this.random = new Random(seed);
    }

    /** A customer of {@code age} weeks and the purchases of the {@code horizon} weeks after. */
    public record Customer(PurchaseGroup group, int later) {

        public PurchaseHistory history() {
            return group.history();
        }
    }

    /** A customer of {@code age} weeks who drops out after purchases. */
    public Customer customer(BetaGeometric law, double age, double horizon) {
        return customer(purchases(law, age + horizon), age);
    }

    /** The same of customers who may leave at any moment. */
    public Customer customer(ParetoNbd law, double age, double horizon) {
        var customer = customer(purchases(law, age + horizon), age);
        return new Customer(new PurchaseGroup(customer.history(), 1), customer.later());
    }

    /** What is known at {@code age} weeks of a customer with repeat purchases at these times, and how many come after. */
    public static Customer customer(List<Double> purchases, double age) {
        double last = 0;
        double logGapSum = 0;
        int known = 0;
        for (double now : purchases) {
            if (now <= age) {
                logGapSum += Math.log(now - last);
                last = now;
                known++;
            }
        }
        var history = new PurchaseHistory(known, last, age);
        return new Customer(new PurchaseGroup(history, 1, OptionalDouble.of(logGapSum)), purchases.size() - known);
    }

    /** When a customer buys again in the first {@code weeks}. */
    public List<Double> purchases(BetaGeometric law, double weeks) {
        var purchases = new ArrayList<Double>();
        double rate = gamma(law.r()) / law.alpha();
        double leaving = beta(law.a(), law.b());
        boolean isAlive = law.dropout() == Dropout.AFTER_REPEAT_PURCHASE || random.nextDouble() >= leaving;
        double now = 0;
        while (isAlive) {
            now += gap(law.k(), rate);
            if (now > weeks) {
                break;
            }
            purchases.add(now);
            isAlive = random.nextDouble() >= leaving;
        }
        return purchases;
    }

    /** The same of a customer who may leave at any moment. */
    public List<Double> purchases(ParetoNbd law, double weeks) {
        var purchases = new ArrayList<Double>();
        double rate = gamma(law.r()) / law.alpha();
        double lifetime = gap(1, gamma(law.s()) / law.beta());
        for (double now = gap(1, rate); now <= Math.min(lifetime, weeks); now += gap(1, rate)) {
            purchases.add(now);
        }
        return purchases;
    }

    /** Mean amount of {@code purchases} purchases. */
    public SpendHistory spend(GammaGamma law, int purchases) {
        return spends(law, purchases, 0).known();
    }

    /** What a customer spent on known purchases, and the total of later ones. */
    public record Spends(SpendHistory known, double later) {}

    public Spends spends(GammaGamma law, int known, int later) {
        double rate = gamma(law.q()) / law.gamma();
        var history = known == 0 ? SpendHistory.NONE : new SpendHistory(known, gamma(law.p() * known) / rate / known);
        return new Spends(history, later == 0 ? 0 : gamma(law.p() * later) / rate);
    }

    private double gap(int steps, double rate) {
        double gap = 0;
        for (int i = 0; i < steps; i++) {
            gap -= Math.log(1 - random.nextDouble()) / rate;
        }
        return Math.max(gap, Double.MIN_NORMAL);
    }

    private double beta(double a, double b) {
        double left = gamma(a);
        return left / (left + gamma(b));
    }

    /** Gamma variate of scale 1: G. Marsaglia and W. W. Tsang, ACM Trans. Math. Softw. 26 (2000). */
    private double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        while (true) {
            double normal = random.nextGaussian();
            double cube = Math.pow(1 + normal / Math.sqrt(9 * d), 3);
            if (cube > 0 && Math.log(1 - random.nextDouble()) < normal * normal / 2 + d * (1 - cube + Math.log(cube))) {
                return d * cube;
            }
        }
    }
}
