package cartera.jobs.lake;

import io.airlift.compress.Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdCompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Zstandard to write, Zstandard and Snappy (what engines write) to read, in pure Java: no native library that unpacks
 * itself into the temporary folder, no Hadoop codec, and the same bytes on every platform.
 */
final class ParquetCodecs implements CompressionCodecFactory {

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        if (codec != CompressionCodecName.ZSTD) {
            throw new IllegalArgumentException("Invalid codec: %s (must be ZSTD)".formatted(codec));
        }
        return new Zstandard();
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        return switch (codec) {
            case ZSTD -> new Unpacking(new ZstdDecompressor());
            case SNAPPY -> new Unpacking(new SnappyDecompressor());
            case UNCOMPRESSED -> new Plain();
            default ->
                throw new IllegalArgumentException(
                        "Invalid codec: %s (must be ZSTD, SNAPPY or UNCOMPRESSED)".formatted(codec));
        };
    }

    @Override
    public void release() {}

    private static final class Zstandard implements BytesInputCompressor {

        private final ZstdCompressor zstd = new ZstdCompressor();

        @Override
        public BytesInput compress(BytesInput page) throws IOException {
            byte[] plain = page.toByteArray();
            byte[] packed = new byte[zstd.maxCompressedLength(plain.length)];
            int length = zstd.compress(plain, 0, plain.length, packed, 0, packed.length);
            return BytesInput.from(packed, 0, length);
        }

        @Override
        public CompressionCodecName getCodecName() {
            return CompressionCodecName.ZSTD;
        }

        @Override
        public void release() {}
    }

    private static final class Plain implements BytesInputDecompressor {

        @Override
        public BytesInput decompress(BytesInput page, int size) {
            return page;
        }

        @Override
        public void decompress(ByteBuffer page, int pageSize, ByteBuffer plain, int size) {
            plain.put(page.slice().limit(pageSize));
            page.position(page.position() + pageSize);
        }

        @Override
        public void release() {}
    }

    private record Unpacking(Decompressor codec) implements BytesInputDecompressor {

        @Override
        public BytesInput decompress(BytesInput page, int size) throws IOException {
            byte[] packed = page.toByteArray();
            byte[] plain = new byte[size];
            codec.decompress(packed, 0, packed.length, plain, 0, size);
            return BytesInput.from(plain);
        }

        @Override
        public void decompress(ByteBuffer packed, int packedSize, ByteBuffer plain, int size) {
            ByteBuffer page = packed.slice().limit(packedSize);
            codec.decompress(page, plain);
            packed.position(packed.position() + packedSize);
        }

        @Override
        public void release() {}
    }
}
