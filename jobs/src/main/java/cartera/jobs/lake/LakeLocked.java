package cartera.jobs.lake;

/** Another run holds the lock of the home; the message says who and since when. */
public final class LakeLocked extends LakeException {

    LakeLocked(String holder) {
        super("Cannot write to the lake: %s holds its lock\nwait until it has ended, then run the same command again"
                .formatted(holder));
    }
}
