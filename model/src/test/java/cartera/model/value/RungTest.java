package cartera.model.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RungTest {

    @ParameterizedTest
    @CsvSource({
        "0, COUNTS, 10",
        "1, COUNTS, 9",
        "9, COUNTS, 1",
        "10, RULE, 40",
        "49, RULE, 1",
        "50, POOLED_MODEL, 150",
        "199, POOLED_MODEL, 1"
    })
    void everyNumberOfRepeatBuyersHasARungAndAWayUp(long repeatBuyers, Rung rung, long missing) {
        assertThat(Rung.of(repeatBuyers)).isEqualTo(rung);
        assertThat(Rung.missing(repeatBuyers)).hasValue(missing);
        assertThat(Rung.of(repeatBuyers + missing)).isLessThan(rung);
        assertThat(Rung.of(repeatBuyers + missing - 1)).isEqualTo(rung);
    }

    @Test
    void nothingLiftsAboveTheTop() {
        assertThat(Rung.of(200)).isEqualTo(Rung.OWN_MODEL);
        assertThat(Rung.missing(100_000)).isEqualTo(OptionalLong.empty());
    }

    @Test
    void aNumberIsAsGoodAsTheWeakestThingItRestsOn() {
        assertThat(Rung.OWN_MODEL.atMost(Rung.RULE)).isEqualTo(Rung.RULE);
        assertThat(Rung.COUNTS.atMost(Rung.POOLED_MODEL)).isEqualTo(Rung.COUNTS);
    }

    @Test
    void negativeCountsAreRefused() {
        assertThatThrownBy(() -> Rung.of(-1)).hasMessage("Invalid repeatBuyers: -1 (must be 0 or more)");
    }
}
