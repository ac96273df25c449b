package cartera.jobs.lake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The one lock of a home. Closing any descriptor of a locked file drops the lock of the whole process, so
 * {@code LOCK} is opened by its holder alone and never read; who holds it stands in {@code LOCK.info}.
 */
final class HomeLock implements Closeable {

    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path home;
    private final FileChannel channel;

    private HomeLock(Path home, FileChannel channel) {
        this.home = home;
        this.channel = channel;
    }

    /** Takes the lock or says who has it; never waits. */
    static HomeLock take(Path home, String holder) {
        if (!HELD_HERE.add(home)) {
            throw new LakeLocked(holderOf(home));
        }
        try {
            return open(home, holder);
        } catch (IOException e) {
            HELD_HERE.remove(home);
            throw LakeException.cannot("write", home.resolve("LOCK"), e);
        } catch (RuntimeException e) {
            HELD_HERE.remove(home);
            throw e;
        }
    }

    private static HomeLock open(Path home, String holder) throws IOException {
        FileChannel channel =
                FileChannel.open(home.resolve("LOCK"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                throw new LakeLocked(holderOf(home));
            }
            Files.writeString(
                    info(home),
                    "%s (process %d)".formatted(holder, ProcessHandle.current().pid()),
                    UTF_8);
            return new HomeLock(home, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static Path info(Path home) {
        return home.resolve("LOCK.info");
    }

    /** Who has the lock and since when: its file's date, so that nobody asks a clock. */
    private static String holderOf(Path home) {
        try {
            Instant since = Files.getLastModifiedTime(info(home)).toInstant().truncatedTo(ChronoUnit.SECONDS);
            return "%s, since %s,".formatted(Files.readString(info(home), UTF_8), since);
        } catch (IOException e) {
            return "another run";
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(info(home));
        } finally {
            HELD_HERE.remove(home);
        }
    }
}
