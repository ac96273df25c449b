package cartera.jobs.bench;

import cartera.model.churn.Learner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * The ways to learn that lie beside the product, such as boosted trees, by name; none in the ordinary build.
 *
 * @param notes what is installed and does not start, and why
 */
public record InstalledLearners(List<Learner> learners, List<String> notes) {

    public InstalledLearners {
        learners = List.copyOf(learners);
        notes = List.copyOf(notes);
    }

    /** Those on the class path. */
    public static InstalledLearners find() {
        return of(ServiceLoader.load(Learner.class));
    }

    static InstalledLearners of(ServiceLoader<Learner> services) {
        List<Learner> learners = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Iterator<ServiceLoader.Provider<Learner>> found = services.stream().iterator(); found.hasNext(); ) {
            try {
                learners.add(found.next().get());
            } catch (ServiceConfigurationError e) {
                Throwable reason = e.getCause() == null ? e : e.getCause();
                notes.add("Note: what is installed beside does not start and is left out: " + reason.getMessage());
            }
        }
        learners.sort(Comparator.comparing(Learner::name));
        return new InstalledLearners(learners, notes);
    }
}
