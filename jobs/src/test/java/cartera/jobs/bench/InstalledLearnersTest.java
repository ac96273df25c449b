package cartera.jobs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import cartera.model.churn.Examples;
import cartera.model.churn.Learner;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledLearnersTest {

    /** Has no native library for this machine, say. */
    public static final class Broken implements Learner {

        public Broken() {
            throw new IllegalStateException("Cannot start trees: no library");
        }

        @Override
        public String name() {
            return "broken";
        }

        @Override
        public String basis() {
            return "nothing";
        }

        @Override
        public double[] probabilities(Examples examples, double[][] asked) {
            return new double[asked.length];
        }
    }

    @Test
    void theProductAloneHasNone() {
        assertThat(InstalledLearners.find().learners()).isEmpty();
        assertThat(InstalledLearners.find().notes()).isEmpty();
    }

    @Test
    void whatDoesNotStartIsNamedAndLeftOut(@TempDir Path folder) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(Learner.class.getName()), Broken.class.getName());
        URL[] places = {folder.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(places, InstalledLearnersTest.class.getClassLoader())) {
            InstalledLearners installed = InstalledLearners.of(ServiceLoader.load(Learner.class, loader));
            assertThat(installed.learners()).isEmpty();
            assertThat(installed.notes())
                    .containsExactly(
                            "Note: what is installed beside does not start and is left out: Cannot start trees: no library");
        }
    }
}
