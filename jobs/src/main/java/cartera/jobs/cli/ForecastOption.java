package cartera.jobs.cli;

import cartera.jobs.home.Nearest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a run forecasts, in place of the configuration: {@code --level}, {@code --horizon}, {@code --season}. */
final class ForecastOption {

    private static final List<String> LEVELS =
            List.of("company", "category", "product", "manager", "team", "city", "customer_group", "part");
    private static final int MOST_WEEKS = 104;

    @Option(
            names = "--level",
            split = ",",
            paramLabel = "LEVEL[,..]",
            description =
                    "forecasts of these levels only: company, category, product, manager, team, city, customer_group, part")
    private List<String> levels = List.of();

    @Option(names = "--horizon", paramLabel = "N", description = "weeks to forecast (default: as configured)")
    private @Nullable Integer weeks;

    @Option(names = "--season", paramLabel = "N", description = "weeks in a season (default: as configured)")
    private @Nullable Integer season;

    /** The parameters that were given. */
    Map<String, Object> settings() {
        for (String level : levels) {
            if (!LEVELS.contains(level)) {
                throw new UserError(
                        ExitCode.USAGE, "Invalid --level: %s%s".formatted(level, Nearest.didYouMean(level, LEVELS)));
            }
        }
        Map<String, Object> settings = new TreeMap<>();
        if (!levels.isEmpty()) {
            settings.put("forecast_levels", String.join(",", levels));
        }
        put(settings, "forecast_weeks", "--horizon", weeks);
        put(settings, "forecast_season", "--season", season);
        return settings;
    }

    private static void put(Map<String, Object> settings, String name, String option, @Nullable Integer weeks) {
        if (weeks == null) {
            return;
        }
        if (weeks < 1 || weeks > MOST_WEEKS) {
            throw new UserError(ExitCode.USAGE, "Invalid %s: %d (1 to %d weeks)".formatted(option, weeks, MOST_WEEKS));
        }
        settings.put(name, (long) weeks);
    }
}
