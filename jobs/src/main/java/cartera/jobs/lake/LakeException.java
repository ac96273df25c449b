package cartera.jobs.lake;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The lake cannot be read or written for a reason outside the program: no space, no permission, a folder that is not
 * there. Its message is for the user; what was published before stays as it was.
 */
public class LakeException extends RuntimeException {

    public LakeException(String message) {
        super(message);
    }

    public LakeException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Says which file could not be read or written and why, in the words of the operating system. */
    public static LakeException cannot(String verb, Path file, IOException cause) {
        return new LakeException(
                "Cannot %s %s: %s\nnothing was published; mend that and run the same command again"
                        .formatted(verb, file, reason(cause)),
                cause);
    }

    /** What the operating system says about a file, without its path. */
    public static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "no permission";
        }
        if (cause instanceof NoSuchFileException) {
            return "it does not exist";
        }
        if (cause instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
