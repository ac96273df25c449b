package cartera.jobs.connector;

import cartera.jobs.read.Export;

/** What {@link Connectors#recognise} makes of a file. */
public sealed interface Recognition {

    Export export();

    /** A connector reads it. */
    record Known(Export export, Connector connector) implements Recognition {}

    /** Nobody reads it; the message says why, which connector is nearest and what differs. */
    record Unknown(Export export, String message) implements Recognition {}
}
