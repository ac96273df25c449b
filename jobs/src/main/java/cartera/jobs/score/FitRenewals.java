package cartera.jobs.score;

import static cartera.jobs.engine.Row.required;

import cartera.jobs.engine.Row;
import cartera.jobs.engine.TableStep;
import cartera.model.fit.Fitted;
import cartera.model.fit.Parameter;
import cartera.model.value.Renewals;
import cartera.model.value.Rung;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the company's contracts are renewed: the shifted beta-geometric law where enough customers decided and enough
 * contracts ended, else the company's one share of renewals. Nothing where fewer than 10 customers decided.
 *
 * <p>Rows: periods (the decisions of a line of contracts), ended and running (lines that ended with the last of them, or
 * went on), customers (with a decision, the same in each row).
 */
public final class FitRenewals implements TableStep {

    /** The model of one share for all: its parameters are the endings and the renewals, each and one. */
    static final String SHARE = "renewal_share";

    private static final String LAW = "shifted_beta_geometric";
    private static final Row.Header HEADER = Row.Header.named(
            Stream.concat(FitRows.COLUMNS.stream(), Stream.of("rung")).toArray(String[]::new));

    @Override
    public List<Row> apply(Iterator<Row> rows) {
        List<Renewals.Contracts> contracts = new ArrayList<>();
        long customers = 0;
        while (rows.hasNext()) {
            Row row = rows.next();
            contracts.add(new Renewals.Contracts(
                    Math.toIntExact(required(row.integer("periods"))),
                    required(row.integer("ended")),
                    required(row.integer("running"))));
            customers = required(row.integer("customers"));
        }
        // the sums of a fit have one order
        contracts.sort(Comparator.comparingInt(Renewals.Contracts::periods));
        return switch (Rung.of(customers)) {
            case COUNTS -> List.of();
            case RULE -> judged(share(contracts, true), Rung.RULE);
            default -> fitted(contracts, Rung.of(customers));
        };
    }

    private static List<Row> fitted(List<Renewals.Contracts> contracts, Rung rung) {
        Fitted<Renewals> fit = Renewals.fit(contracts);
        Boolean isSound = fit.isUsable();
        List<Row> rows = new ArrayList<>(isSound ? FitRows.chosen(LAW, fit) : FitRows.besides(LAW, fit));
        rows.addAll(share(contracts, !isSound));
        return judged(rows, isSound ? rung : Rung.RULE);
    }

    private static List<Row> share(List<Renewals.Contracts> contracts, Boolean isChosen) {
        long ended = contracts.stream().mapToLong(Renewals.Contracts::ended).sum();
        long running = contracts.stream().mapToLong(Renewals.Contracts::running).sum();
        long decisions = contracts.stream()
                .mapToLong(one -> one.periods() * (one.ended() + one.running()))
                .sum();
        return new Renewals(ended + 1.0, decisions - ended + 1.0)
                .parameters().entrySet().stream()
                        .map(one -> new Parameter(one.getKey(), one.getValue(), OptionalDouble.empty()))
                        .map(parameter -> FitRows.rule(SHARE, parameter, ended + running, isChosen))
                        .toList();
    }

    private static List<Row> judged(List<Row> rows, Rung rung) {
        return rows.stream()
                .map(row -> {
                    List<@Nullable Object> values = new ArrayList<>();
                    row.header().names().forEach(name -> values.add(row.value(name)));
                    values.add(rung.name().toLowerCase(Locale.ROOT));
                    return HEADER.row(values.toArray());
                })
                .toList();
    }
}
