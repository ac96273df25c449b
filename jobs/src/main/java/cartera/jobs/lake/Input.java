package cartera.jobs.lake;

/**
 * An input file that was loaded, with its count: records = loaded + quarantined + blank + header + footer.
 *
 * @param sha256 of its bytes: the same content under another name is the same input
 * @param archived SHA-256 of the file in the archive that holds it: its own, or that of the archive it came in
 * @param size bytes
 * @param name as it came, a member of an archive as {@code a.zip!b.xml}
 * @param source the source it belongs to
 * @param connector that read it
 * @param version of the lake that loaded it
 */
public record Input(
        String sha256,
        String archived,
        long size,
        String name,
        String source,
        String connector,
        int version,
        long records,
        long loaded,
        long quarantined,
        long blank,
        long header,
        long footer) {}
