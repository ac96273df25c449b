package cartera.jobs.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cartera.jobs.connector.Moments.Moment;
import cartera.jobs.read.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    private static Moment parse(String text) throws BadValue {
        return Objects.requireNonNull(Moments.parse(text, List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-29,                       2024-02-28T21:00:00Z",
        "29.02.2024,                       2024-02-28T21:00:00Z",
        "2024-05-02 9:05,                  2024-05-02T06:05:00Z",
        "02.05.2024 09:05:07,              2024-05-02T06:05:07Z",
        "2024-05-02T10:00:00+03:00,        2024-05-02T07:00:00Z",
        "2024-05-02T10:00:00+0300,         2024-05-02T07:00:00Z",
        "2024-05-01T22:30:00Z,             2024-05-01T22:30:00Z",
        "2024-05-01T22:30:00.123456789Z,   2024-05-01T22:30:00.123456Z",
        "' 2024-05-02 ',                   2024-05-01T21:00:00Z",
    })
    void theStrictFormsAreRead(String text, Instant expected) throws BadValue {
        assertThat(parse(text).instant(MOSCOW)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31.02.2024",
                "29.02.2023",
                "00.00.0000",
                "2024-13-01",
                "2024-00-10",
                "01/02/03",
                "12/31/2024",
                "2024-06-30T23:59:60Z",
                "30.06.2024 24:00",
                "45000",
                "1900-02-29",
                "20240502",
                "2 мая 2024",
                "02.05.24",
                "-2024-05-02",
                "+292278994-08-17",
                "1714608000",
                "1.5.2024",
                "2024-5-2",
                "2024-05-02T10:00:00+99:00",
                "2024-05-02 10",
                "02.05.2024 10:00 Z",
                ""
            })
    void whatIsNotOneIsNoDate(String text) {
        assertThatThrownBy(() -> Moments.parse(text, List.of()))
                .isInstanceOfSatisfying(
                        BadValue.class, e -> assertThat(e.reason()).isEqualTo(Reason.DATE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01", "01.01.0001", "01.01.0001 0:00:00", "0001-01-01T00:00:00"})
    void theEmptyDateOf1CMeansNoDate(String text) throws BadValue {
        assertThat(Moments.parse(text, List.of())).isNull();
    }

    @Test
    void aTimeThatTheClockSkipsMovesOnByTheGap() throws BadValue {
        assertThat(parse("2010-03-28 02:30:00").instant(MOSCOW)).isEqualTo("2010-03-27T23:30:00Z");
        assertThat(parse("2010-03-28 02:30:00").day(MOSCOW)).isEqualTo("2010-03-28");
    }

    @Test
    void aTimeThatTheClockRepeatsIsTheEarlierOfTheTwo() throws BadValue {
        assertThat(parse("2014-10-26 01:30:00").instant(MOSCOW)).isEqualTo("2014-10-25T21:30:00Z");
    }

    @Test
    void aTimeWithAnOffsetFallsOnTheDayOfTheZone() throws BadValue {
        assertThat(parse("2024-05-01T22:30:00Z").day(MOSCOW)).isEqualTo("2024-05-02");
    }

    @Test
    void aDeclaredPatternIsReadStrictlyToo() throws BadValue {
        List<DateTimeFormatter> months = List.of(Moments.format("uuuu-MM"), Moments.format("MM.uuuu"));
        assertThat(Objects.requireNonNull(Moments.parse("2026-05", months)).day(MOSCOW))
                .isEqualTo("2026-05-01");
        assertThat(Objects.requireNonNull(Moments.parse("05.2026", months)).day(MOSCOW))
                .isEqualTo("2026-05-01");
        assertThatThrownBy(() -> Moments.parse("2026-13", months)).isInstanceOf(BadValue.class);
    }

    @RepeatedTest(20)
    void whatIsPrintedInEitherFormIsReadBack(RepetitionInfo repetition) throws BadValue {
        Random random = new Random(repetition.getCurrentRepetition());
        DateTimeFormatter russian = DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm:ss", Locale.ROOT);
        for (int i = 0; i < 200; i++) {
            LocalDateTime time = LocalDate.of(1970, 1, 1)
                    .plusDays(random.nextInt(30_000))
                    .atTime(random.nextInt(24), random.nextInt(60), 1 + random.nextInt(59));
            assertThat(parse(time.toString()).local()).isEqualTo(time);
            assertThat(parse(time.format(russian)).local()).isEqualTo(time);
        }
    }
}
