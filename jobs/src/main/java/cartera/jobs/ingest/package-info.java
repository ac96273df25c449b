/**
 * From the inbox to a published version: routing, recognition, quarantine, conservation. May use {@code lake},
 * {@code read}, {@code connector} and {@code plan}.
 */
@NullMarked
package cartera.jobs.ingest;

import org.jspecify.annotations.NullMarked;
