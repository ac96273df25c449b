/**
 * The bench: the models of {@code cartera.model} on any table of a user's, outside of a home. May use {@code read}, the
 * strict values of {@code connector}, the row types of {@code engine} and {@code lake}, and the models; knows no job.
 */
@NullMarked
package cartera.jobs.bench;

import org.jspecify.annotations.NullMarked;
