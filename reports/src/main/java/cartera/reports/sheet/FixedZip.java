package cartera.reports.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Writes a zip whose entries all have the same time: the only thing by which two builds of one workbook still differ. */
final class FixedZip {

    private FixedZip() {}

    static void write(byte[] zip, Instant moment, Path target) throws IOException {
        LocalDateTime time = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
        try (OutputStream file = Files.newOutputStream(target);
                ZipOutputStream out = new ZipOutputStream(file);
                ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                ZipEntry fixed = new ZipEntry(entry.getName());
                fixed.setTimeLocal(time); // setTime would depend on the zone
                out.putNextEntry(fixed);
                in.transferTo(out);
                out.closeEntry();
            }
        }
    }
}
