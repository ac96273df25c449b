package cartera.model.churn;

import cartera.model.purchase.PurchaseModel;
import cartera.model.value.Rung;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The chosen scorer by its numbers: gives any customer what {@link SilenceForecast} gave those it was trained on, one at
 * a time and anywhere.
 */
public final class SilenceScore {

    private static final double DAYS_PER_WEEK = 7;
    private static final int REASONS = 3;
    /** Where no model weighs reasons: the plainest first. */
    private static final List<Theme> PLAIN = List.of(Theme.SILENCE, Theme.RECENT_PURCHASES, Theme.RHYTHM);
    /** After them, where less than in the horizon before. */
    private static final List<Theme> FALLING = List.of(Theme.SPEND, Theme.BREADTH);

    private final String scorer;
    private final int horizonDays;
    private final SortedMap<String, Double> parameters;
    private final @Nullable PurchaseModel purchases;
    private final @Nullable LogisticScore logistic;

    private SilenceScore(String scorer, int horizonDays, Map<String, Double> parameters) {
        this.scorer = scorer;
        this.horizonDays = horizonDays;
        this.parameters = new TreeMap<>(parameters);
        this.purchases = purchases(parameters);
        this.logistic = scorer.equals("logistic") ? LogisticScore.of(parameters) : null;
    }

    /** The score of {@link #scorer} and {@link #parameters}. */
    public static SilenceScore of(String scorer, int horizonDays, Map<String, Double> parameters) {
        if (SilenceScorers.rung(scorer) == Rung.POOLED_MODEL && purchases(parameters) == null) {
            throw new IllegalArgumentException("Invalid parameters: %s has no purchase model".formatted(scorer));
        }
        return new SilenceScore(scorer, horizonDays, parameters);
    }

    /** A purchase model's parameters under its name: {@code mbg_nbd.r}. */
    static Map<String, Double> parameters(PurchaseModel model) {
        var parameters = new TreeMap<String, Double>();
        model.parameters().forEach((name, value) -> parameters.put(model.name() + "." + name, value));
        return parameters;
    }

    private static @Nullable PurchaseModel purchases(Map<String, Double> parameters) {
        Optional<String> model = parameters.keySet().stream()
                .filter(name -> name.endsWith("nbd.r") || name.endsWith("nbd_k.r"))
                .map(name -> name.substring(0, name.length() - 2))
                .findFirst();
        if (model.isEmpty()) {
            return null;
        }
        String prefix = model.get() + ".";
        var own = new TreeMap<String, Double>();
        parameters.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                own.put(name.substring(prefix.length()), value);
            }
        });
        return PurchaseModel.of(model.get(), own);
    }

    /** Name of the scorer, such as {@code logistic}. */
    public String scorer() {
        return scorer;
    }

    /** What the score rests on. */
    public Rung rung() {
        return SilenceScorers.rung(scorer);
    }

    /** All numbers of the score, by name. */
    public SortedMap<String, Double> parameters() {
        return new TreeMap<>(parameters);
    }

    /** Probability that the customer buys nothing in the horizon after {@code cutDay}; there must be a purchase before. */
    public double probability(CustomerDays customer, long cutDay) {
        var snapshot = snapshot(customer, cutDay);
        if (logistic != null) {
            return logistic.probability(snapshot.features());
        }
        return switch (scorer) {
            case "p0" -> snapshot.silence();
            case "silence_rule" -> rule().probability(snapshot.silentDays());
            default -> number("share");
        };
    }

    private SilenceRule rule() {
        return new SilenceRule(Math.round(number("days")), number("silent_share"), number("active_share"));
    }

    private double number(String name) {
        Double number = parameters.get(name);
        if (number == null) {
            throw new IllegalArgumentException("Invalid parameters: %s has no %s".formatted(scorer, name));
        }
        return number;
    }

    private Snapshot snapshot(CustomerDays customer, long cutDay) {
        var known = customer.until(cutDay);
        double silence = purchases == null
                ? 0.5
                : purchases.probabilityOfNoPurchase(known.history(cutDay), horizonDays / DAYS_PER_WEEK);
        return new Snapshot(known, cutDay, horizonDays, silence);
    }

    /**
     * Why the customer is likely to stay silent, the strongest reason first: at most three, none that does not hold, none
     * that another says already.
     *
     * <p>Of the logistic score by exact contributions; of a lower rung the plain facts of its rhythm, then what fell.
     *
     * @param usualGapDays what the reader knows as the customer's gap
     */
    public List<Explanation> reasons(CustomerDays customer, long cutDay, double usualGapDays) {
        var snapshot = snapshot(customer, cutDay);
        var reasons = logistic == null
                ? plain(snapshot, usualGapDays)
                : explained(logistic.reasons(snapshot.features()).stream().map(Reason::theme), snapshot, usualGapDays);
        return first(isRepeated(first(reasons)) ? without("rare", reasons) : reasons);
    }

    private static List<Explanation> plain(Snapshot snapshot, double usualGapDays) {
        var fallen = explained(FALLING.stream(), snapshot, usualGapDays).stream()
                .filter(reason -> reason.base().isPresent());
        return Stream.concat(explained(PLAIN.stream(), snapshot, usualGapDays).stream(), fallen)
                .toList();
    }

    private static List<Explanation> explained(Stream<Theme> themes, Snapshot snapshot, double usualGapDays) {
        return themes.flatMap(theme -> Explanation.of(theme, snapshot, usualGapDays).stream())
                .toList();
    }

    private static List<Explanation> first(List<Explanation> reasons) {
        return reasons.subList(0, Math.min(REASONS, reasons.size()));
    }

    /** Who is told to be silent is told the usual gap beside it. */
    private static boolean isRepeated(List<Explanation> reasons) {
        return reasons.stream().map(Explanation::code).toList().containsAll(List.of("silent", "rare"));
    }

    private static List<Explanation> without(String code, List<Explanation> reasons) {
        return reasons.stream().filter(reason -> !reason.code().equals(code)).toList();
    }
}
