package cartera.jobs.read;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The physical lines of a text file, decoded strictly one by one: LF, CR and CRLF end a line. A replacement character
 * never comes out of it.
 */
final class Lines implements Closeable {

    static final int MAX_LINE_BYTES = 1 << 20;

    private final Bytes in;
    private final Charset charset;
    private byte[] bytes = new byte[256];
    private int length;
    private long offset;
    private long number;
    private int ahead = -2;
    private long oddLines;

    Lines(Path file, Encoding encoding) throws IOException {
        in = new Bytes(file, encoding.markBytes());
        offset = encoding.markBytes();
        charset = encoding.charset();
    }

    @Nullable
    Line next() throws IOException {
        int b = read();
        if (b < 0) {
            return null;
        }
        long start = offset - 1;
        length = 0;
        boolean isTooLong = false;
        while (b >= 0 && b != '\n' && b != '\r') {
            isTooLong |= length == MAX_LINE_BYTES;
            if (!isTooLong) {
                append(b);
            }
            b = read();
        }
        String end = b < 0 ? "" : b == '\n' ? "\n" : afterCr();
        number++;
        return isTooLong ? tooLong(end) : decode(start, end);
    }

    private String afterCr() throws IOException {
        int b = read();
        if (b == '\n') {
            return "\r\n";
        }
        ahead = b;
        offset -= b < 0 ? 0 : 1;
        return "\r";
    }

    private int read() throws IOException {
        int b = ahead == -2 ? in.read() : ahead;
        ahead = -2;
        offset += b < 0 ? 0 : 1;
        return b;
    }

    private void append(int b) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        bytes[length++] = (byte) b;
    }

    private Line tooLong(String end) {
        Fault fault = new Fault(Reason.TOO_LONG, "a line of more than %d bytes".formatted(MAX_LINE_BYTES));
        return new Line(number, "", end, fault);
    }

    private Line decode(long start, String end) {
        if (isAscii()) {
            return new Line(number, new String(bytes, 0, length, StandardCharsets.US_ASCII), end, null);
        }
        String utf8 = strict(StandardCharsets.UTF_8);
        if (charset.equals(StandardCharsets.UTF_8)) {
            return utf8 == null ? damaged(start, end) : new Line(number, utf8, end, null);
        }
        if (utf8 != null) {
            oddLines++;
            return new Line(number, utf8, end, null);
        }
        String text = strict(charset);
        return text == null ? damaged(start, end) : new Line(number, text, end, null);
    }

    private boolean isAscii() {
        for (int i = 0; i < length; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private @Nullable String strict(Charset wanted) {
        String text = new String(bytes, 0, length, wanted);
        return text.indexOf('\uFFFD') < 0 ? text : null;
    }

    private Line damaged(long start, String end) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer source = ByteBuffer.wrap(bytes, 0, length);
        CharBuffer good = CharBuffer.allocate(length);
        decoder.decode(source, good, true);
        String detail = "byte %d: 0x%02X"
                .formatted(
                        start + source.position(),
                        source.hasRemaining() ? source.get(source.position()) & 0xFF : 0xFFFD);
        return new Line(number, good.flip().toString(), end, new Fault(Reason.ENCODING, detail));
    }

    /** What was odd about the lines so far. */
    List<String> notices() {
        return oddLines == 0
                ? List.of()
                : List.of("%d lines were read as UTF-8, the others as %s".formatted(oddLines, charset.name()));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
