package cartera.model.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cartera.model.Reference;
import cartera.model.SharedData;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Domestic tourism in Australia, state / region crossed with purpose: 425 nodes reconciled by R (fpp3, section 11.4). */
class TourismTest {

    private static final String FOLDER = "tourism_australia_hier/anchor_";

    private final List<Reference> base = SharedData.rows(FOLDER + "base_h8.csv");
    private final Hierarchy hierarchy = Hierarchy.of(edges(base));

    @ParameterizedTest
    @CsvSource({"bu, bottom_up", "ols, ols", "wls_struct, wls_struct", "wls_var, wls_var", "mint_shrink, mint_shrink"})
    void everyNodeIsForecastAsPublished(String anchor, String way) {
        double[][] reconciled = Reconciliation.of(way).reconciled(hierarchy, table(base, 8), errors());
        double[][] published = table(SharedData.rows(FOLDER + anchor + "_h8.csv"), 8);

        for (int node = 0; node < published.length; node++) {
            for (int step = 0; step < 8; step++) {
                double tolerance = 1e-6 * Math.max(1, Math.abs(published[node][step]));
                assertThat(reconciled[node][step])
                        .as("%s, step %d", hierarchy.nodes().get(node), step + 1)
                        .isCloseTo(published[node][step], within(tolerance));
            }
        }
    }

    @Test
    void theShrinkageIsThePublishedOne() {
        assertThat(ErrorCovariance.intensity(errors())).isCloseTo(.7473738, within(5e-8));
    }

    @Test
    void crossedSumsAgreeAfterRounding() {
        double[][] reconciled = Reconciliation.MINT_SHRINK.reconciled(hierarchy, table(base, 8), errors());
        double[] first = IntStream.range(0, hierarchy.size())
                .mapToDouble(node -> reconciled[node][0])
                .toArray();
        long[] units = new Rounding(hierarchy).units(first, 2);

        assertThat(units[hierarchy.index("Total")]).isEqualTo(Math.round(100 * first[hierarchy.index("Total")]));
        assertThat(List.of("Business", "Holiday", "Other", "Visiting").stream()
                        .mapToLong(purpose -> units[hierarchy.index(purpose)])
                        .sum())
                .isEqualTo(units[hierarchy.index("Total")]);
    }

    private double[][] errors() {
        return table(SharedData.rows(FOLDER + "residuals.csv.gz"), 72);
    }

    private double[][] table(List<Reference> rows, int columns) {
        double[][] table = new double[hierarchy.size()][];
        for (Reference row : rows) {
            table[hierarchy.index(row.text("node"))] = IntStream.rangeClosed(1, columns)
                    .mapToDouble(column -> row.number("X" + column))
                    .toArray();
        }
        return table;
    }

    private static List<Edge> edges(List<Reference> rows) {
        var edges = new ArrayList<Edge>();
        for (Reference row : rows) {
            String node = row.text("node");
            parents(row.text("level"), node.split("[/*]")).forEach(parent -> edges.add(new Edge(node, parent)));
        }
        return edges;
    }

    private static List<String> parents(String level, String[] parts) {
        return switch (level) {
            case "State", "Purpose" -> List.of("Total");
            case "Region" -> List.of(parts[0]);
            case "State*Purpose" -> List.of(parts);
            case "Bottom" -> List.of(parts[0] + "/" + parts[1], parts[0] + "*" + parts[2]);
            default -> List.of();
        };
    }
}
