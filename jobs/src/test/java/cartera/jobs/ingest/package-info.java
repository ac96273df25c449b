/** Tests of ingest. */
@NullMarked
package cartera.jobs.ingest;

import org.jspecify.annotations.NullMarked;
