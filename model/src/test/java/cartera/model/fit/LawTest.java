package cartera.model.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class LawTest {

    @RepeatedTest(20)
    void aLawSurvivesTheWayThroughATableToTheLastBit(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var parameters = new LinkedHashMap<String, Double>();
        for (var name : new String[] {"q", "gamma", "prior_purchases"}) {
            parameters.put(name, random.nextGaussian() * Math.exp(100 * random.nextGaussian()));
        }
        var law = new Law("some_law", parameters);
        assertThat(Law.parse(law.text())).isEqualTo(law);
        assertThat(Law.parse(law.text()).text()).isEqualTo(law.text());
    }

    @Test
    void aLawMayHaveNoParameters() {
        assertThat(Law.parse("nothing")).isEqualTo(new Law("nothing", Map.of()));
    }

    @Test
    void whatIsNoLawIsRefused() {
        for (var text : new String[] {"nbd r", "nbd =1", "nbd  r=1"}) {
            assertThatThrownBy(() -> Law.parse(text))
                    .hasMessage("Invalid law: '%s' (a name, then parameter=number)", text);
        }
        assertThatThrownBy(() -> Law.parse("nbd r=one")).isInstanceOf(NumberFormatException.class);
    }
}
