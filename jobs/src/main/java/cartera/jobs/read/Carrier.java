package cartera.jobs.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipFile;

/** What a file is by its first bytes; its name is not asked. */
public enum Carrier {
    /** Delimited text. */
    CSV,
    XLSX,
    XML,
    /** Text in sections, {@code key=value}: the bank exchange of 1C. */
    SECTIONS;

    private static final int SAMPLE = 1 << 14;
    private static final String BANK_EXCHANGE = "1CClientBankExchange";

    /**
     * Decides what a file is.
     *
     * @throws Refused if it is nothing that is read, by the name of what it is
     */
    public static Carrier of(Export export) {
        try {
            byte[] head = Encoding.head(export.path(), SAMPLE);
            if (head.length == 0) {
                throw new Refused("the file is empty");
            }
            if (isZip(head)) {
                return zip(export);
            }
            refuseCompound(export, head);
            return ofText(export, head);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isZip(byte[] head) {
        return startsWith(head, 0x50, 0x4B, 0x03, 0x04) || startsWith(head, 0x50, 0x4B, 0x05, 0x06);
    }

    static boolean isWorkbook(Export export) throws IOException {
        try (ZipFile zip = new ZipFile(export.path().toFile(), StandardCharsets.UTF_8)) {
            return zip.getEntry("[Content_Types].xml") != null;
        } catch (java.util.zip.ZipException e) {
            throw new Refused("it is a damaged or cut ZIP archive: copy it again");
        }
    }

    private static Carrier zip(Export export) throws IOException {
        if (isWorkbook(export)) {
            return XLSX;
        }
        throw new Refused("it is an archive inside an archive: unpack it once");
    }

    private static Carrier ofText(Export export, byte[] head) {
        refuseBinary(head);
        // of ASCII marks only: what the bytes above it mean does not matter here
        String text = new String(head, StandardCharsets.ISO_8859_1);
        text = text.startsWith("\u00EF\u00BB\u00BF") ? text.substring(3) : text;
        String start = text.stripLeading();
        if (start.isEmpty() && head.length < SAMPLE) {
            throw new Refused("the file is empty: it holds only blanks");
        }
        if (text.startsWith(BANK_EXCHANGE)) {
            return SECTIONS;
        }
        refuseJson(start, head);
        return start.startsWith("<") ? ofMarkup(export, start) : CSV;
    }

    private static Carrier ofMarkup(Export export, String start) {
        String lower = start.toLowerCase(Locale.ROOT);
        if (List.of("<html", "<!doctype html", "<meta", "<table", "<head", "<body").stream()
                .anyMatch(lower::startsWith)) {
            String what = lower.contains("<table") ? "an HTML table" : "a web page without a table";
            String not = export.name().toLowerCase(Locale.ROOT).matches(".*\\.xlsx?") ? ", not XLSX" : "";
            throw new Refused(
                    "it is HTML%s (%s), and no connector knows its table: save it as XLSX or CSV".formatted(not, what));
        }
        return XML;
    }

    /** Old Excel files and encrypted new ones share a carrier; the directory of its streams tells them apart. */
    private static void refuseCompound(Export export, byte[] head) throws IOException {
        if (!startsWith(head, 0xD0, 0xCF, 0x11, 0xE0) || head.length < 512) {
            return;
        }
        ByteBuffer header = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        long directory = (header.getInt(48) + 1L) << header.getShort(30);
        byte[] names = Encoding.part(export.path(), directory, 1 << 12);
        throw new Refused(
                new String(names, StandardCharsets.UTF_16LE).contains("EncryptedPackage")
                        ? "it is password-protected: save it without a password"
                        : "it is an old Excel file (.xls), which is not read yet: save it as XLSX");
    }

    private static void refuseBinary(byte[] head) {
        if (startsWith(head, 'P', 'A', 'R', '1')) {
            throw new Refused("it is a Parquet file, which is no export: drop the export itself");
        }
        if (startsWith(head, 0x1F, 0x8B) || startsWith(head, '7', 'z', 0xBC) || startsWith(head, 'R', 'a', 'r', '!')) {
            throw new Refused("it is a compressed file other than ZIP: unpack it or pack it as ZIP");
        }
        if (startsWith(head, 'M', 'O', 'X', 'C', 'E', 'L')) {
            throw new Refused("it is a sheet of 1C (MXL), which only 1C reads: save it as XLSX");
        }
        if (startsWith(head, '%', 'P', 'D', 'F')) {
            throw new Refused("it is a PDF: export the table as XLSX or CSV");
        }
        int zeros = 0;
        for (byte b : head) {
            zeros += b == 0 ? 1 : 0;
        }
        if (zeros > head.length / 8) {
            throw new Refused("it is a binary file of unknown kind: export it as CSV, XLSX or XML");
        }
    }

    private static void refuseJson(String start, byte[] head) {
        if (!start.matches("(?s)[\\[{]\\s*[\\[{\"\\]}].*")) {
            return;
        }
        String error = errorOf(new String(head, StandardCharsets.UTF_8));
        throw new Refused(
                error.isEmpty()
                        ? "it is JSON, which is not read yet: export the list as CSV or XLSX"
                        : "it is no data but an error of the source, without a data array: " + error);
    }

    private static String errorOf(String json) {
        try {
            JsonNode root = new ObjectMapper().readTree(json);
            String error = root.path("error").asText("");
            String description = root.path("error_description").asText("");
            String text = description.isEmpty() ? error : error + " (" + description + ")";
            return text.substring(0, Math.min(200, text.length())).replaceAll("\\p{Cntrl}", " ");
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    private static boolean startsWith(byte[] head, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (head.length <= i || (head[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
