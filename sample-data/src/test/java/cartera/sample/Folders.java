package cartera.sample;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The committed files, archives opened. */
final class Folders {

    /** A row of a plain file. */
    record Row(Map<String, String> cells) {

        String cell(String column) {
            return Objects.requireNonNull(cells.get(column), column);
        }
    }

    /** Maven runs the tests in the module's folder. */
    static final Path COMMITTED = Path.of("").toAbsolutePath();

    private Folders() {}

    /** The contents below {@code exports} and {@code truth} by name; entries of archives as {@code archive!entry}. */
    static Map<String, byte[]> contents(Path folder) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        for (String part : List.of("exports", "truth")) {
            try (Stream<Path> files = Files.walk(folder.resolve(part))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String name = folder.relativize(file).toString().replace('\\', '/');
                    put(contents, name, Files.readAllBytes(file));
                }
            }
        }
        return contents;
    }

    private static void put(Map<String, byte[]> contents, String name, byte[] bytes) throws IOException {
        if (!name.endsWith(".zip") && !name.endsWith(".xlsx")) {
            contents.put(name, bytes);
            return;
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                contents.put(name + "!" + entry.getName(), zip.readAllBytes());
            }
        }
    }

    static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static String windows1251(byte[] bytes) {
        return new String(bytes, Charset.forName("windows-1251"));
    }

    /** The rows of a plain {@code ;} file by column name. */
    static List<Row> rows(String name) throws IOException {
        List<String> lines = Files.readAllLines(COMMITTED.resolve(name), StandardCharsets.UTF_8);
        String[] header = lines.get(0).split(";", -1);
        return lines.stream()
                .skip(1)
                .map(line -> row(header, line.split(";", -1)))
                .toList();
    }

    private static Row row(String[] header, String[] cells) {
        if (header.length != cells.length) {
            throw new IllegalStateException("Invalid row: " + String.join(";", cells));
        }
        Map<String, String> row = new TreeMap<>();
        for (int i = 0; i < header.length; i++) {
            row.put(header[i], cells[i]);
        }
        return new Row(row);
    }
}
