package cartera.sample;

import cartera.sample.Document.Line;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

/**
 * Any number of sales lines in one plain file, for trying size: {@code line_id;customer_id;sold_on;product;qty;amount}.
 *
 * <p>One line is in memory at a time. The days go evenly through the period; one customer for each hundred lines, few of
 * them with much, many with little.
 */
final class FlatFeed {

    private final Catalogue catalogue = new Catalogue();
    private final Basket basket;
    private final double[] tastes;

    private FlatFeed() {
        Season season = new Season();
        basket = new Basket(catalogue, season);
        tastes = new double[season.series.size()];
        Arrays.fill(tastes, 1);
    }

    static void write(Path file, long lines) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("line_id;customer_id;sold_on;product;qty;amount\n");
            new FlatFeed().lines(out, lines);
        }
    }

    private void lines(BufferedWriter out, long lines) throws IOException {
        Dice dice = Dice.of("flat");
        long days = ChronoUnit.DAYS.between(Period.FIRST, Period.LAST) + 1;
        double customers = Math.max(1, lines / 100);
        for (long i = 0; i < lines; ) {
            LocalDate day = Period.FIRST.plusDays(i * days / lines);
            double luck = dice.uniform();
            long customer = 1 + (long) (customers * luck * luck);
            List<Line> basketLines = basket.fill(dice.gamma(2, 6_000_000), tastes, 0, day, dice);
            for (Line line : basketLines.subList(0, (int) Math.min(basketLines.size(), lines - i))) {
                i++;
                out.write("L" + i + ";K" + customer + ";" + day + ";"
                        + line.product().name().replace(';', ',') + ";" + line.quantity() + ";"
                        + Money.text(line.amount()) + "\n");
            }
        }
    }
}
