package cartera.jobs.read;

import java.nio.file.Path;

/**
 * A file to be read.
 *
 * @param path where its bytes lie; the name there means nothing
 * @param name as the user knows it, {@code a.zip!b.xml} for a member of an archive
 */
public record Export(Path path, String name) {}
