package cartera.jobs.read;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a file one by one, with a buffer and without a lock. */
final class Bytes implements Closeable {

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int length;
    private int position;

    Bytes(Path file, int skip) throws IOException {
        in = Files.newInputStream(file);
        in.skipNBytes(skip);
    }

    /** The next byte, 0 to 255; -1 at the end. */
    int read() throws IOException {
        if (position == length) {
            length = in.read(buffer, 0, buffer.length);
            position = 0;
            if (length <= 0) {
                length = 0;
                return -1;
            }
        }
        return buffer[position++] & 0xFF;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
