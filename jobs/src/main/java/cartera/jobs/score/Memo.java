package cartera.jobs.score;

import java.io.Serializable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The models that were read from texts: all rows carry the text of one of a few, and reading it takes longer than asking the
 * model. What is read depends on the text alone. A copy sent to another machine begins empty.
 */
final class Memo<K, V> implements Serializable {

    private static final long serialVersionUID = 1L;

    private transient volatile @Nullable Map<K, V> known;

    /** What the key was read to, or is now. */
    V of(K key, Function<K, V> reading) {
        Map<K, V> answers = known;
        if (answers == null) {
            answers = new ConcurrentHashMap<>();
            known = answers;
        }
        return answers.computeIfAbsent(key, reading);
    }
}
