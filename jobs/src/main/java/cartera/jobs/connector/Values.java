package cartera.jobs.connector;

import cartera.jobs.connector.Entity.Field;
import cartera.jobs.connector.Moments.Moment;
import cartera.jobs.connector.ValueSpec.Mode;
import cartera.jobs.lake.Type;
import cartera.jobs.read.Reason;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Turns texts into typed values, once and strictly. */
final class Values {

    private static final LocalDate FIRST_BUSINESS_DAY = LocalDate.of(1970, 1, 1);
    private static final LocalDate FIRST_BIRTHDAY = LocalDate.of(1900, 1, 1);
    private static final int YEARS_AHEAD = 5;

    private final ReadSettings settings;
    private final LocalDate loadedOn;

    Values(ReadSettings settings) {
        this.settings = settings;
        this.loadedOn = settings.loadedAt().atZone(settings.zone()).toLocalDate();
    }

    /**
     * The typed value of a column.
     *
     * @return null if the text means that there is none
     */
    @Nullable
    Object typed(String raw, ValueSpec spec, Entity entity, Field field) throws BadValue {
        requireClean(raw, field);
        String text = meaning(raw, spec);
        if (text.isBlank()) {
            return null;
        }
        Type type = field.column().type();
        return switch (type.kind()) {
            case TEXT -> text(text, spec, field);
            case BOOLEAN -> truth(text);
            case INTEGER ->
                Numbers.fit(number(text, spec), 18, 0, spec.is(Mode.ROUND)).longValueExact();
            case DOUBLE -> number(text, spec).doubleValue();
            case DECIMAL -> Numbers.fit(number(text, spec), type.precision(), type.scale(), spec.is(Mode.ROUND));
            case DATE, INSTANT -> moment(text, spec, entity, field);
        };
    }

    private static void requireClean(String text, Field field) throws BadValue {
        if (text.indexOf('\uFFFD') >= 0) {
            throw new BadValue(Reason.ENCODING);
        }
        boolean isClean = field.isId() ? text.strip().chars().noneMatch(Character::isISOControl) : text.indexOf(0) < 0;
        if (!isClean) {
            throw new BadValue(Reason.CONTROL_CHARACTER);
        }
    }

    /** What a text means by the words of the connector; itself if they do not name it. */
    private static String meaning(String text, ValueSpec spec) throws BadValue {
        if (!spec.bySign().isEmpty()) {
            boolean isNegative = Numbers.parse(text, spec.leniencies()).signum() < 0;
            return spec.bySign().getOrDefault(isNegative ? "negative" : "positive", "");
        }
        if (spec.values().isEmpty() && spec.otherwise() == null) {
            return text;
        }
        String meant = spec.values().get(Texts.normalised(text));
        return meant != null ? meant : spec.otherwise() != null ? spec.otherwise() : text;
    }

    private Object text(String text, ValueSpec spec, Field field) throws BadValue {
        if (field.isId()) {
            return settings.source() + ":" + text.strip();
        }
        if (spec.is(Mode.CURRENCY)) {
            String code = Currencies.code(text);
            if (code == null) {
                throw new BadValue(Reason.VALUE);
            }
            return code;
        }
        if (field.values().isEmpty()) {
            return spec.is(Mode.TRIM) ? text.strip() : text;
        }
        if (!field.values().contains(text.strip())) {
            throw new BadValue(Reason.VALUE);
        }
        return text.strip();
    }

    private static Boolean truth(String text) throws BadValue {
        return switch (text.strip()) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new BadValue(Reason.VALUE);
        };
    }

    private static BigDecimal number(String text, ValueSpec spec) throws BadValue {
        BigDecimal number = Numbers.parse(text, spec.leniencies());
        if (spec.times() != null) {
            number = number.multiply(spec.times());
        }
        return switch (spec.sign()) {
            case KEEP -> number;
            case ABSOLUTE -> number.abs();
            case NEGATE -> number.negate();
        };
    }

    private @Nullable Object moment(String text, ValueSpec spec, Entity entity, Field field) throws BadValue {
        Moment moment = Moments.parse(text, spec.formats());
        if (moment == null) {
            return null;
        }
        requireInRange(moment, entity, field);
        return field.column().type().equals(Type.DATE)
                ? moment.day(settings.zone())
                : moment.instant(settings.zone()).truncatedTo(ChronoUnit.MICROS);
    }

    private void requireInRange(Moment moment, Entity entity, Field field) throws BadValue {
        LocalDate day = moment.day(settings.zone());
        LocalDate first = field.isPast() ? FIRST_BIRTHDAY : FIRST_BUSINESS_DAY;
        LocalDate last = field.isPast() ? loadedOn : loadedOn.plusYears(YEARS_AHEAD);
        Instant latestVersion = settings.loadedAt().plus(Duration.ofDays(1));
        boolean isFromTheFuture = field.name().equals(entity.version())
                && moment.instant(settings.zone()).isAfter(latestVersion);
        if (day.isBefore(first) || day.isAfter(last) || isFromTheFuture) {
            throw new BadValue(Reason.DATE_RANGE);
        }
    }
}
