package cartera.jobs.read;

/** A file that is not read at all. The message says why and what to do, for the user; it names no personal data. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String PREFIX = "Cannot ingest ";

    public Refused(String message) {
        super(message);
    }

    /** The same with the name of the file in front. */
    public Refused of(Export export) {
        String message = String.valueOf(getMessage());
        return message.startsWith(PREFIX) ? this : new Refused(PREFIX + shown(export.name()) + ": " + message);
    }

    private static String shown(String name) {
        return name.replaceAll("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069]", "?");
    }
}
