package cartera.model.churn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Which fold each row is held out in: by a hash of its key, in turn within those who churned and those who did not, so
 * that folds are alike and do not depend on the order of rows. Rows of one key share a fold.
 */
record Folds(List<Integer> ofRow) {

    /** A key by its hash (Fowler, Noll and Vo, FNV-1a of 64 bits); equal hashes by themselves. */
    private record Hashed(long hash, String key) implements Comparable<Hashed> {

        static Hashed of(String key) {
            long hash = 0xcbf29ce484222325L;
            for (int i = 0; i < key.length(); i++) {
                hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
            }
            return new Hashed(hash ^ (hash >>> 32), key);
        }

        @Override
        public int compareTo(Hashed other) {
            return hash == other.hash ? key.compareTo(other.key) : Long.compare(hash, other.hash);
        }
    }

    static Folds of(List<String> keys, boolean[] churned, int count) {
        var labels = new TreeMap<Hashed, Boolean>();
        for (int row = 0; row < churned.length; row++) {
            labels.merge(Hashed.of(keys.get(row)), churned[row], Boolean::logicalOr);
        }
        Map<String, Integer> folds = new HashMap<>();
        deal(labels, true, count, folds);
        deal(labels, false, count, folds);
        return new Folds(
                keys.stream().map(key -> Objects.requireNonNull(folds.get(key))).toList());
    }

    private static void deal(Map<Hashed, Boolean> labels, Boolean label, int count, Map<String, Integer> folds) {
        labels.forEach((key, own) -> {
            if (own.equals(label)) {
                folds.put(key.key(), folds.size() % count);
            }
        });
    }

    int[] in(int fold) {
        return IntStream.range(0, ofRow.size())
                .filter(row -> ofRow.get(row) == fold)
                .toArray();
    }

    int[] outside(int fold) {
        return IntStream.range(0, ofRow.size())
                .filter(row -> ofRow.get(row) != fold)
                .toArray();
    }
}
