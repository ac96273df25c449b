package cartera.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * True demand over time. A group's demand is its share times its growth a year times a factor by month; the company's is the
 * sum of its groups. A promotion week multiplies its group.
 */
final class Season {

    /** One product group. */
    record Series(String group, double share, double growth, double[] months) {

        double demand(LocalDate day) {
            return share * trend(day) * months[day.getMonthValue() - 1];
        }

        double trend(LocalDate day) {
            return StrictMath.pow(1 + growth, Period.years(day));
        }
    }

    /** A week in which one group is cheaper. */
    record Promotion(LocalDate weekOn, String group, int discountPercent, double demand) {

        boolean covers(LocalDate day) {
            long days = ChronoUnit.DAYS.between(weekOn, day);
            return days >= 0 && days < 7;
        }
    }

    final List<Series> series =
            Table.rows("groups.csv").stream().map(Season::series).toList();
    final List<Promotion> promotions = Table.rows("promotions.csv").stream()
            .map(row -> new Promotion(
                    LocalDate.parse(row[0]), row[1], Integer.parseInt(row[2]), Double.parseDouble(row[3])))
            .toList();

    private static Series series(String[] row) {
        double[] months =
                Arrays.stream(row, 3, 15).mapToDouble(Double::parseDouble).toArray();
        return new Series(row[0], Double.parseDouble(row[1]), Double.parseDouble(row[2]), months);
    }

    List<String> groups() {
        return series.stream().map(Series::group).toList();
    }

    /** Demand by group on a day, promotions included. */
    double[] demand(LocalDate day) {
        return series.stream()
                .mapToDouble(one -> one.demand(day) * promotionDemand(one.group(), day))
                .toArray();
    }

    /** Demand of the whole company on a day; about 1. */
    double total(LocalDate day) {
        return Arrays.stream(demand(day)).sum();
    }

    /** The company's factor of a month: its groups' by share. */
    double totalMonth(int month) {
        return series.stream()
                .mapToDouble(one -> one.share() * one.months()[month - 1])
                .sum();
    }

    /** The company's trend on a day: its groups' by share. */
    double totalTrend(LocalDate day) {
        return series.stream().mapToDouble(one -> one.share() * one.trend(day)).sum();
    }

    int promotionPercent(String group, LocalDate day) {
        return promotions.stream()
                .filter(one -> one.group().equals(group) && one.covers(day))
                .mapToInt(Promotion::discountPercent)
                .max()
                .orElse(0);
    }

    private double promotionDemand(String group, LocalDate day) {
        return promotions.stream()
                .filter(one -> one.group().equals(group) && one.covers(day))
                .mapToDouble(Promotion::demand)
                .max()
                .orElse(1);
    }

    /** The position of a group in {@link #series}. */
    int index(String group) {
        return IntStream.range(0, series.size())
                .filter(i -> series.get(i).group().equals(group))
                .findFirst()
                .orElseThrow();
    }
}
