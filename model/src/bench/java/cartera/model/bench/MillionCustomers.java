package cartera.model.bench;

import cartera.model.Simulation;
import cartera.model.fit.Fitted;
import cartera.model.purchase.BetaGeometric;
import cartera.model.purchase.Dropout;
import cartera.model.purchase.ParetoNbd;
import cartera.model.purchase.PurchaseGroup;
import cartera.model.purchase.PurchaseHistory;
import cartera.model.purchase.PurchaseModel;
import cartera.model.purchase.PurchaseSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Fits and scores of a million simulated customers of 26 to 104 weeks, histories in whole days, collapsed. Seconds in a
 * warm JVM; a score is P(alive), the probability of no purchase in 13 weeks and the purchases to be expected in 52.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgs = "-Xmx4g")
@Warmup(iterations = 2)
@Measurement(iterations = 5)
public class MillionCustomers {

    private static final int CUSTOMERS = 1_000_000;
    private static final int DAYS_PER_WEEK = 7;
    private static final BetaGeometric BG =
            new BetaGeometric(Dropout.AFTER_REPEAT_PURCHASE, 1, .243, 4.414, .793, 2.426);
    private static final BetaGeometric MBG =
            new BetaGeometric(Dropout.AFTER_ANY_PURCHASE, 1, .525, 6.183, .891, 1.614);
    private static final ParetoNbd PARETO = new ParetoNbd(.553, 10.58, .606, 11.67);

    private List<PurchaseHistory> histories = List.of();
    private PurchaseSample sample = PurchaseSample.of(List.of());

    @Setup
    public void simulate() {
        var simulation = new Simulation(5);
        var random = new Random(3);
        histories = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            int age = 26 * DAYS_PER_WEEK + random.nextInt(78 * DAYS_PER_WEEK + 1);
            histories.add(inDays(simulation.purchases(BG, age / (double) DAYS_PER_WEEK), age));
        }
        sample = PurchaseSample.ofHistories(histories);
    }

    /** Purchases of one day are one. */
    private static PurchaseHistory inDays(List<Double> purchases, int age) {
        int repeats = 0;
        int last = 0;
        for (double week : purchases) {
            int day = (int) (week * DAYS_PER_WEEK);
            repeats += day > last ? 1 : 0;
            last = Math.max(last, day);
        }
        return PurchaseHistory.ofDays(repeats, last, age);
    }

    @Benchmark
    public PurchaseSample collapse() {
        return PurchaseSample.ofHistories(histories);
    }

    @Benchmark
    public Fitted<PurchaseModel> fitBgNbd() {
        return BetaGeometric.fit(sample, Dropout.AFTER_REPEAT_PURCHASE, 1);
    }

    @Benchmark
    public Fitted<PurchaseModel> fitMbgNbd() {
        return BetaGeometric.fit(sample, Dropout.AFTER_ANY_PURCHASE, 1);
    }

    @Benchmark
    public Fitted<PurchaseModel> fitParetoNbd() {
        return ParetoNbd.fit(sample);
    }

    @Benchmark
    public double scoreBgNbd() {
        return score(BG);
    }

    @Benchmark
    public double scoreMbgNbd() {
        return score(MBG);
    }

    @Benchmark
    public double scoreParetoNbd() {
        return score(PARETO);
    }

    private double score(PurchaseModel model) {
        return sample.groups().parallelStream()
                .map(PurchaseGroup::history)
                .mapToDouble(history -> model.probabilityAlive(history)
                        + model.probabilityOfNoPurchase(history, 13)
                        + model.expectedPurchases(history, 52))
                .sum();
    }

    /** Writes the purchases of such customers over two years as a table: {@code customer_id,date}. */
    public static void main(String[] args) throws IOException {
        var simulation = new Simulation(5);
        var random = new Random(3);
        var first = LocalDate.of(2024, 1, 1);
        try (var table = Files.newBufferedWriter(Path.of(args[0]))) {
            table.write("customer_id,date\n");
            for (int i = 0; i < CUSTOMERS; i++) {
                int age = 26 * DAYS_PER_WEEK + random.nextInt(78 * DAYS_PER_WEEK + 1);
                var joined = first.plusDays(104 * DAYS_PER_WEEK - age);
                table.write(i + "," + joined + "\n");
                for (double week : simulation.purchases(MBG, age / (double) DAYS_PER_WEEK)) {
                    table.write(i + "," + joined.plusDays((long) (week * DAYS_PER_WEEK)) + "\n");
                }
            }
        }
    }
}
