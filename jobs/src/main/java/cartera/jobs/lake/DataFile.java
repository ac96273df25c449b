package cartera.jobs.lake;

import org.jspecify.annotations.Nullable;

/**
 * A published Parquet file.
 *
 * @param path below the home, with {@code /}: {@code curated/sale/<sha256>.parquet}
 * @param size bytes
 * @param sha256 of all its bytes, 64 hexadecimal digits
 * @param rows how many it holds
 * @param edition of which dates it is; null for raw and curated
 * @param recipe text hash of how a derived table was made; empty for raw
 * @param run the run that published it; empty as long as it is not published
 */
public record DataFile(
        String path,
        long size,
        String sha256,
        long rows,
        @Nullable Edition edition,
        String recipe,
        String run) {

    DataFile publishedBy(String newRun) {
        return run.isEmpty() ? new DataFile(path, size, sha256, rows, edition, recipe, newRun) : this;
    }
}
