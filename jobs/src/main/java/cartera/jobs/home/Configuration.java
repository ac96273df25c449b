package cartera.jobs.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a company decides: {@code cartera.yaml}. Everything wrong with it is told at once by a {@link FaultyFile}; an
 * absent key has the default that {@code cartera init} writes.
 *
 * @param company name on the reports; may be empty
 * @param zone the company's time zone: business days are its days
 * @param currency base currency, ISO 4217
 * @param languages of the workbooks, by the names of the message files
 * @param settings parameters of the jobs by their name in the table {@code params}
 */
public record Configuration(
        String company,
        ZoneId zone,
        String currency,
        List<String> languages,
        List<Source> sources,
        Map<String, Object> settings) {

    /** Name of the file in a home. */
    public static final String FILE = "cartera.yaml";

    /** The configuration of a home. */
    public static Configuration read(Path home) {
        try {
            return parse(Files.readString(home.resolve(FILE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Configuration parse(String text) {
        Faults faults = new Faults(FILE);
        Configuration configuration = of(Section.parse(text, faults), faults);
        faults.throwIfAny();
        return configuration;
    }

    private static Configuration of(Section file, Faults faults) {
        ZoneId zone = zone(file, ZoneId.of("Europe/Moscow"));
        String currency = currency(file, "RUB");
        Map<String, Object> settings = settings(file, faults);
        settings.put("company", file.text("company", ""));
        settings.put("zone", zone.getId());
        settings.put("currency", currency);
        Configuration configuration = new Configuration(
                file.text("company", ""),
                zone,
                currency,
                languages(file),
                sources(part(file, "sources", faults), zone, currency),
                settings);
        file.allowNoOther();
        return configuration;
    }

    private static ZoneId zone(Section section, ZoneId otherwise) {
        return section.value("zone", otherwise, "a zone such as Europe/Moscow", ZoneId::of);
    }

    private static String currency(Section section, String otherwise) {
        return section.value(
                "currency",
                otherwise,
                "an ISO 4217 code such as RUB",
                code -> Currency.getInstance(code).getCurrencyCode());
    }

    private static List<String> languages(Section file) {
        List<String> languages = file.texts("languages");
        return languages.isEmpty() ? List.of("ru") : languages;
    }

    private static Map<String, Object> settings(Section file, Faults faults) {
        Map<String, Object> settings = new TreeMap<>();
        settings.put("sales_from", file.word("sales_from", List.of("auto", "shipments", "orders", "deals")));
        settings.put("revenue_basis", file.word("revenue", List.of("gross", "net")));
        settings.put("cost_price_type", file.text("cost_price_type", ""));
        settings.put("vip_share", ratio(file, "vip_share", "0.05", BigDecimal.ZERO, BigDecimal.ONE));
        value(part(file, "value", faults), settings);
        activity(part(file, "activity", faults), settings);
        atRisk(part(file, "at_risk", faults), settings);
        contracts(part(file, "contracts", faults), settings);
        lifecycle(part(file, "lifecycle", faults), settings);
        rfm(part(file, "rfm", faults), settings);
        abc(part(file, "abc", faults), settings);
        xyz(part(file, "xyz", faults), settings);
        loyalty(part(file, "loyalty", faults), settings);
        settings.put("clusters", file.flag("clusters"));
        forecast(part(file, "forecast", faults), settings);
        return settings;
    }

    private static Section part(Section file, String key, Faults faults) {
        Section part = file.section(key);
        return part == null ? Section.empty(faults) : part;
    }

    private static void value(Section part, Map<String, Object> settings) {
        BigDecimal most = new BigDecimal("1000000000000");
        settings.put("yearly_discount", ratio(part, "yearly_discount", "0.15", BigDecimal.ZERO, BigDecimal.TEN));
        settings.put(
                "interval_coverage", ratio(part, "interval_coverage", "0.8", BigDecimal.ZERO, new BigDecimal("0.999")));
        settings.put("tier_budget", ratio(part, "tier_budget", "0", BigDecimal.ZERO, most));
        part.allowNoOther();
    }

    private static void activity(Section part, Map<String, Object> settings) {
        long active = days(part, "active_days", 30);
        long sleeping = days(part, "sleeping_days", 90);
        long lost = days(part, "lost_days", 180);
        part.allowNoOther();
        if (!(active < sleeping && sleeping < lost)) {
            part.fault(
                    "active_days", "Invalid activity: %d, %d, %d (days must rise)".formatted(active, sleeping, lost));
        }
        settings.put("active_days", active);
        settings.put("sleeping_days", sleeping);
        settings.put("lost_days", lost);
    }

    private static void lifecycle(Section part, Map<String, Object> settings) {
        BigDecimal limit = new BigDecimal("1000");
        BigDecimal cooling = ratio(part, "cooling_ratio", "1.5", BigDecimal.ONE, limit);
        BigDecimal silent = ratio(part, "silent_ratio", "2.5", BigDecimal.ONE, limit);
        BigDecimal lost = ratio(part, "lost_ratio", "5", BigDecimal.ONE, limit);
        part.allowNoOther();
        if (!(cooling.compareTo(silent) < 0 && silent.compareTo(lost) < 0)) {
            part.fault(
                    "cooling_ratio",
                    "Invalid lifecycle: %s, %s, %s (ratios must rise)".formatted(cooling, silent, lost));
        }
        settings.put("cooling_ratio", cooling);
        settings.put("silent_ratio", silent);
        settings.put("lost_ratio", lost);
    }

    private static void rfm(Section part, Map<String, Object> settings) {
        settings.put("rfm_recency_days", limits(part, "recency_days", ""));
        settings.put("rfm_frequency", limits(part, "frequency", "2,3,4,7"));
        settings.put("rfm_monetary", limits(part, "monetary", ""));
        settings.put("rfm_by_kind", part.flag("by_kind"));
        part.allowNoOther();
    }

    /** Four rising limits, joined by commas; empty for fifths of the customers. */
    private static String limits(Section part, String key, String otherwise) {
        List<String> limits = part.texts(key);
        if (limits.isEmpty()) {
            return otherwise;
        }
        if (limits.equals(List.of("fifths"))) {
            return "";
        }
        if (limits.size() != 4 || !areRising(limits)) {
            part.fault(
                    key,
                    "Invalid %s: %s (the word fifths, or four whole numbers that rise)"
                            .formatted(key, String.join(", ", limits)));
        }
        return String.join(",", limits);
    }

    private static boolean areRising(List<String> limits) {
        long before = -1;
        for (String limit : limits) {
            if (!limit.matches("\\d{1,12}") || Long.parseLong(limit) <= before) {
                return false;
            }
            before = Long.parseLong(limit);
        }
        return true;
    }

    private static void abc(Section part, Map<String, Object> settings) {
        BigDecimal a = ratio(part, "a_share", "0.80", BigDecimal.ZERO, BigDecimal.ONE);
        BigDecimal b = ratio(part, "b_share", "0.95", BigDecimal.ZERO, BigDecimal.ONE);
        part.allowNoOther();
        if (a.compareTo(b) >= 0) {
            part.fault("a_share", "Invalid abc: %s, %s (shares must rise)".formatted(a, b));
        }
        settings.put("abc_a_share", a);
        settings.put("abc_b_share", b);
    }

    private static void xyz(Section part, Map<String, Object> settings) {
        BigDecimal limit = new BigDecimal("1000");
        BigDecimal x = ratio(part, "x_variation", "0.5", BigDecimal.ZERO, limit);
        BigDecimal y = ratio(part, "y_variation", "1", BigDecimal.ZERO, limit);
        part.allowNoOther();
        if (x.compareTo(y) >= 0) {
            part.fault("x_variation", "Invalid xyz: %s, %s (variations must rise)".formatted(x, y));
        }
        settings.put("xyz_x_variation", x);
        settings.put("xyz_y_variation", y);
    }

    private static void loyalty(Section part, Map<String, Object> settings) {
        settings.put("incentive_share", ratio(part, "incentive_share", "0.05", BigDecimal.ZERO, BigDecimal.ONE));
        settings.put("bonus_share", ratio(part, "bonus_share", "0.01", BigDecimal.ZERO, BigDecimal.ONE));
        settings.put("loyal_days", days(part, "loyal_days", 365));
        part.allowNoOther();
    }

    private static void atRisk(Section part, Map<String, Object> settings) {
        settings.put("calls_per_manager", part.value("calls_per_manager", 20L, "whole calls from 1 to 1000", text -> {
            long calls = Long.parseLong(text);
            if (calls < 1 || calls > 1000) {
                throw new IllegalArgumentException(text);
            }
            return calls;
        }));
        part.allowNoOther();
    }

    private static void contracts(Section part, Map<String, Object> settings) {
        settings.put("renewal_grace_days", days(part, "grace_days", 30));
        part.allowNoOther();
    }

    private static void forecast(Section part, Map<String, Object> settings) {
        settings.put("forecast_weeks", periods(part, "weeks", 13));
        settings.put("forecast_months", periods(part, "months", 12));
        settings.put("forecast_season", periods(part, "season_weeks", 52));
        settings.put("forecast_levels", "");
        settings.put("replenishment_days", days(part, "replenishment_days", 14));
        part.allowNoOther();
    }

    private static long periods(Section part, String key, long otherwise) {
        return part.value(key, otherwise, "a whole number from 1 to 104", text -> {
            long periods = Long.parseLong(text);
            if (periods < 1 || periods > 104) {
                throw new IllegalArgumentException(text);
            }
            return periods;
        });
    }

    private static long days(Section part, String key, long otherwise) {
        return part.value(key, otherwise, "whole days from 1 to 3650", text -> {
            long days = Long.parseLong(text);
            if (days < 1 || days > 3650) {
                throw new IllegalArgumentException(text);
            }
            return days;
        });
    }

    private static BigDecimal ratio(Section part, String key, String otherwise, BigDecimal above, BigDecimal upTo) {
        return part.value(
                key, new BigDecimal(otherwise), "a number above %s, up to %s".formatted(above, upTo), text -> {
                    BigDecimal ratio = new BigDecimal(text);
                    if (ratio.compareTo(above) <= 0 || ratio.compareTo(upTo) > 0) {
                        throw new IllegalArgumentException(text);
                    }
                    return ratio;
                });
    }

    private static List<Source> sources(Section entries, ZoneId zone, String currency) {
        List<Source> sources = new ArrayList<>();
        for (String name : entries.keys()) {
            if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}_.-]{0,63}")) {
                entries.fault(name, "Invalid source: %s (letters, digits, _ . -)".formatted(name));
            }
            sources.add(source(name, entries, zone, currency));
        }
        return sources;
    }

    private static Source source(String name, Section entries, ZoneId zone, String currency) {
        Section entry = entries.isMapping(name) ? entries.section(name) : null;
        if (entry == null) {
            return new Source(name, entries.texts(name), zone, currency);
        }
        Source source = new Source(name, entry.texts("connectors"), zone(entry, zone), currency(entry, currency));
        entry.allowNoOther();
        return source;
    }
}
