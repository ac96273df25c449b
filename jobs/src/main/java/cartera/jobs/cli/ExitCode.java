package cartera.jobs.cli;

/** What a command's exit code says; the worst thing that happened decides. These numbers are an interface. */
public enum ExitCode {
    /** Done; nothing was set aside. */
    OK(0),
    /** A query or job failed, or there is a fault of ours. */
    FAILED(1),
    /** Wrong arguments or configuration; nothing was read or written. */
    USAGE(2),
    /** Done; some rows or files were set aside. */
    PARTIAL(3),
    /** Nothing was published: everything was refused; the old version stays readable. */
    REFUSED(4),
    /** Another run holds the lock. */
    LOCKED(5),
    /** Out of disk, memory or time; no new version. */
    RESOURCE(6),
    /** The lake fails its integrity check; nothing was published. */
    CORRUPT(7);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
