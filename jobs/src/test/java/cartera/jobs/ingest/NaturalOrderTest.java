package cartera.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class NaturalOrderTest {

    @RepeatedTest(10)
    void numbersInNamesCountAsNumbers(RepetitionInfo repetition) {
        List<String> ordered = List.of(
                "",
                "1_sales.csv",
                "02_sales.csv",
                "2_sales.csv",
                "10_sales.csv",
                "a",
                "a1b2",
                "a1b10",
                "a01c",
                "import0_1.xml",
                "import0_2.xml",
                "import0_10.xml",
                "import_1.xml",
                "б 9.csv",
                "б 10.csv");
        List<String> names = new ArrayList<>(ordered);
        Collections.shuffle(names, new Random(repetition.getCurrentRepetition()));
        names.sort(new NaturalOrder());
        assertThat(names).isEqualTo(ordered);
    }
}
