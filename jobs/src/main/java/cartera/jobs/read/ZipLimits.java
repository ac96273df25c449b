package cartera.jobs.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** What a ZIP archive may be: its directory is looked at before anything is inflated, and inflating is counted. */
final class ZipLimits {

    static final int MAX_ENTRIES = 1000;
    static final long MAX_WORKBOOK_BYTES = 1L << 30;
    static final long MAX_ARCHIVE_BYTES = 4L << 30;
    private static final long MAX_RATIO = 100;
    private static final long FREE_BYTES = 10L << 20;

    private ZipLimits() {}

    /** The entries in natural order of their names, folders left out; refuses what no exporter makes. */
    static List<ZipArchiveEntry> entries(ZipFile zip, long maxBytes) {
        List<ZipArchiveEntry> entries = Collections.list(zip.getEntriesInPhysicalOrder());
        if (entries.size() > MAX_ENTRIES) {
            throw new Refused("the archive has %d entries (at most %d)".formatted(entries.size(), MAX_ENTRIES));
        }
        refuseNames(entries);
        refuseOverlaps(entries);
        long bytes = entries.stream().mapToLong(e -> Math.max(0, e.getSize())).sum();
        if (bytes > maxBytes) {
            throw new Refused("the archive inflates to %d bytes (at most %d)".formatted(bytes, maxBytes));
        }
        return entries.stream()
                .filter(entry -> !entry.isDirectory())
                .sorted(Comparator.comparing(ZipArchiveEntry::getName))
                .toList();
    }

    private static void refuseNames(List<ZipArchiveEntry> entries) {
        Set<String> seen = new HashSet<>();
        for (ZipArchiveEntry entry : entries) {
            String name = entry.getName().replace('\\', '/');
            if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                throw new Refused("the archive holds one name twice");
            }
            if (name.startsWith("/")
                    || name.matches("[A-Za-z]:.*")
                    || List.of(name.split("/")).contains("..")) {
                throw new Refused("the archive holds a name that points outside of it");
            }
        }
    }

    private static void refuseOverlaps(List<ZipArchiveEntry> entries) {
        long end = 0;
        for (ZipArchiveEntry entry : entries) {
            if (entry.getLocalHeaderOffset() < end) {
                throw new Refused("the archive holds entries that overlap");
            }
            end = entry.getLocalHeaderOffset() + Math.max(0, entry.getCompressedSize());
        }
    }

    static ZipFile open(Path file) throws IOException {
        try {
            return ZipFile.builder().setPath(file).get();
        } catch (java.util.zip.ZipException e) {
            throw new Refused("it is a damaged or cut ZIP archive: copy it again");
        }
    }

    /** The bytes of an entry; refuses when more comes out than the limits let. */
    static InputStream inflate(ZipFile zip, ZipArchiveEntry entry, long maxBytes) throws IOException {
        if (!zip.canReadEntryData(entry)) {
            throw new Refused("the archive is password-protected or packed in an unknown way");
        }
        return new Counted(zip.getInputStream(entry), entry.getCompressedSize(), maxBytes);
    }

    private static final class Counted extends FilterInputStream {

        private final long compressed;
        private final long maxBytes;
        private long inflated;

        Counted(InputStream in, long compressed, long maxBytes) {
            super(in);
            this.compressed = Math.max(1, compressed);
            this.maxBytes = maxBytes;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = super.read(bytes, offset, length);
            inflated += Math.max(0, n);
            if (inflated > maxBytes || inflated > FREE_BYTES && inflated / compressed > MAX_RATIO) {
                throw new Refused("the archive inflates without end: it is no export");
            }
            return n;
        }
    }
}
