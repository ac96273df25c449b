package cartera.jobs.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** ZIP archives as 1C sends them: their members are files of their own. */
public final class Archive {

    private Archive() {}

    /**
     * The files in an export: its members as {@code a.zip!b.xml}, by name, if it is an archive, else itself. Members
     * are unpacked into {@code scratch} under names of ours; pictures and the like, which no connector could read, are
     * left where they are.
     *
     * @throws Refused if the archive is damaged, empty or beyond the limits
     */
    public static List<Export> open(Export export, Path scratch) {
        try {
            boolean isArchive = Carrier.isZip(Encoding.head(export.path(), 4)) && !Carrier.isWorkbook(export);
            return isArchive ? unpack(export, scratch) : List.of(export);
        } catch (Refused e) {
            throw e.of(export);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Export> unpack(Export export, Path scratch) throws IOException {
        Files.createDirectories(scratch);
        List<Export> members = new ArrayList<>();
        try (ZipFile zip = ZipLimits.open(export.path())) {
            for (ZipArchiveEntry entry : ZipLimits.entries(zip, ZipLimits.MAX_ARCHIVE_BYTES)) {
                if (!entry.getName().matches("(?i).*\\.(jpe?g|png|gif|webp|bmp|html?)")) {
                    members.add(unpack(zip, entry, export, scratch));
                }
            }
        } catch (java.util.zip.ZipException e) {
            throw new Refused("it is a damaged or cut ZIP archive: copy it again");
        }
        if (members.isEmpty()) {
            throw new Refused("the archive holds no file that could be read");
        }
        return members;
    }

    private static Export unpack(ZipFile zip, ZipArchiveEntry entry, Export export, Path scratch) throws IOException {
        Path path = Files.createTempFile(scratch, "member-", ".bin");
        try (InputStream in = ZipLimits.inflate(zip, entry, ZipLimits.MAX_ARCHIVE_BYTES)) {
            Files.copy(in, path, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (Refused e) {
            Files.deleteIfExists(path);
            throw e;
        }
        return new Export(path, export.name() + "!" + entry.getName());
    }
}
