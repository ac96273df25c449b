package cartera.jobs.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The encoding of a text file, decided for the whole file: a byte order mark, else UTF-8 if at least half of the lines
 * with other than ASCII bytes are valid UTF-8, else windows-1251 or cp866, whichever makes more letters.
 *
 * @param markBytes length of the byte order mark
 * @param oddLines lines with bytes beyond ASCII that are not of the chosen encoding
 * @param firstOddLine number of the first of them, counted from 1; 0 if there is none
 * @param firstOddByte offset of its first byte that is out of place
 */
public record Encoding(Charset charset, int markBytes, long oddLines, long firstOddLine, long firstOddByte) {

    public static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
    public static final Charset CP866 = Charset.forName("IBM866");

    private static final int SAMPLE_LINES = 200;
    /** The high half of windows-1251 that is no basic Cyrillic letter: what continuation bytes of UTF-8 turn into. */
    private static final String CONTINUATIONS_1251 = new String(continuations(), WINDOWS_1251);

    private static final Pattern TWICE_ENCODED = Pattern.compile(
            "([РС][" + Pattern.quote(CONTINUATIONS_1251) + "]){3}|([\u00D0\u00D1][\u0080-\u00BF\u2018-\u203A]){3}");

    /** Decides by reading the whole file once, in constant memory. */
    public static Encoding of(Path file) {
        try {
            byte[] mark = head(file, 3);
            refuseUtf16(mark);
            Encoding encoding = scan(file, isUtf8Mark(mark) ? 3 : 0);
            encoding.refuseTwiceEncoded(file);
            return encoding;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Encoding scan(Path file, int markBytes) throws IOException {
        try (Bytes in = new Bytes(file, markBytes)) {
            Scan scan = new Scan(markBytes);
            for (int b = in.read(); b >= 0; b = in.read()) {
                scan.take(b);
            }
            scan.endLine();
            return scan.decide(markBytes);
        }
    }

    /** The encoding of a name that a connector or a configuration may use. */
    public static Charset named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "utf-8" -> StandardCharsets.UTF_8;
            case "windows-1251" -> WINDOWS_1251;
            case "cp866" -> CP866;
            default ->
                throw new IllegalArgumentException(
                        "Invalid encoding: %s (utf-8, windows-1251 or cp866)".formatted(name));
        };
    }

    /** Refuses a file whose bytes are not of the encoding that was configured for it. */
    public void require(Charset configured) {
        if (!configured.equals(charset)) {
            throw new Refused("configured as %s, but it looks like %s (first seen on line %d, byte %d)"
                    .formatted(configured.name(), charset.name(), Math.max(1, firstOddLine), firstOddByte));
        }
    }

    static byte[] head(Path file, int bytes) throws IOException {
        return part(file, 0, bytes);
    }

    /** Up to so many bytes from an offset on; fewer or none where the file ends before. */
    static byte[] part(Path file, long offset, int bytes) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            InputStream in = Channels.newInputStream(channel.position(offset));
            return in.readNBytes(bytes);
        }
    }

    private static boolean isUtf8Mark(byte[] b) {
        return b.length >= 3 && (b[0] & 0xFF) == 0xEF && (b[1] & 0xFF) == 0xBB && (b[2] & 0xFF) == 0xBF;
    }

    private static void refuseUtf16(byte[] b) {
        int mark = b.length < 2 ? 0 : (b[0] & 0xFF) << 8 | b[1] & 0xFF;
        if (mark == 0xFEFF || mark == 0xFFFE) {
            throw new Refused("it is UTF-16 text, which is not read: save it as UTF-8");
        }
    }

    private void refuseTwiceEncoded(Path file) throws IOException {
        int seen = 0;
        int twice = 0;
        try (Lines lines = new Lines(file, this)) {
            for (Line line = lines.next(); line != null && seen < SAMPLE_LINES; line = lines.next()) {
                if (line.text().chars().anyMatch(c -> c > 0x7F)) {
                    seen++;
                    twice += TWICE_ENCODED.matcher(line.text()).find() ? 1 : 0;
                }
            }
        }
        if (twice > 0 && 2 * twice > seen) {
            throw new Refused(
                    "its text was encoded twice (letters look like \u0420\u00B0 or \u00D0\u00B0): export it again");
        }
    }

    private static byte[] continuations() {
        byte[] bytes = new byte[0x40 - 1];
        int n = 0;
        for (int b = 0x80; b < 0xC0; b++) {
            if (b != 0x98) {
                bytes[n++] = (byte) b;
            }
        }
        return bytes;
    }

    /** Counts lines by what their bytes can be. */
    private static final class Scan {

        private final Utf8 utf8 = new Utf8();
        private long offset;
        private long line = 1;
        private boolean isAscii = true;
        private long lineBadByte = -1;
        private long utf8Lines;
        private long otherLines;
        private long firstUtf8Line;
        private long firstOtherLine;
        private long firstOtherByte;
        private long letters1251;
        private long letters866;
        private int previous;

        Scan(int offset) {
            this.offset = offset;
        }

        void take(int b) {
            if (b == '\n' || b == '\r') {
                if (b == '\r' || previous != '\r') {
                    endLine();
                    line++;
                }
            } else if (b >= 0x80 || utf8.isInside()) {
                takeHigh(b);
            }
            previous = b;
            offset++;
        }

        private void takeHigh(int b) {
            isAscii = false;
            if (!utf8.accept(b) && lineBadByte < 0) {
                lineBadByte = offset;
            }
            letters1251 += b >= 0xC0 || b == 0xA8 || b == 0xB8 ? 1 : 0;
            letters866 += b >= 0x80 && b <= 0xAF || b >= 0xE0 && b <= 0xF1 ? 1 : 0;
        }

        void endLine() {
            if (utf8.isInside() && lineBadByte < 0) {
                lineBadByte = offset;
            }
            if (!isAscii && lineBadByte < 0) {
                utf8Lines++;
                firstUtf8Line = firstUtf8Line == 0 ? line : firstUtf8Line;
            } else if (!isAscii) {
                otherLines++;
                firstOtherByte = firstOtherLine == 0 ? lineBadByte : firstOtherByte;
                firstOtherLine = firstOtherLine == 0 ? line : firstOtherLine;
            }
            utf8.reset();
            isAscii = true;
            lineBadByte = -1;
        }

        Encoding decide(int markBytes) {
            if (markBytes > 0 || utf8Lines >= otherLines) {
                return new Encoding(StandardCharsets.UTF_8, markBytes, otherLines, firstOtherLine, firstOtherByte);
            }
            Charset single = letters866 > letters1251 ? CP866 : WINDOWS_1251;
            return new Encoding(single, 0, utf8Lines, firstUtf8Line, 0);
        }
    }

    /** Validates UTF-8 byte by byte: no overlong form, no surrogate, nothing above U+10FFFF. */
    private static final class Utf8 {

        private int pending;
        private int low = 0x80;
        private int high = 0xBF;

        boolean isInside() {
            return pending > 0;
        }

        void reset() {
            pending = 0;
            low = 0x80;
            high = 0xBF;
        }

        boolean accept(int b) {
            if (pending > 0) {
                boolean isGood = b >= low && b <= high;
                int left = isGood ? pending - 1 : 0;
                reset();
                pending = left;
                return isGood;
            }
            pending = b >= 0xC2 && b <= 0xDF ? 1 : b >= 0xE0 && b <= 0xEF ? 2 : b >= 0xF0 && b <= 0xF4 ? 3 : 0;
            low = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
            high = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
            return pending > 0 || b < 0x80;
        }
    }
}
