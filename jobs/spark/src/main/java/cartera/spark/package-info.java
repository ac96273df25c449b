/**
 * The Spark engine and its submit entry: the same jobs on a cluster, and an independent check of the embedded engine.
 * Nothing outside this module names Spark. May use {@code engine}, {@code lake} and, to be submitted, {@code cli}.
 */
@NullMarked
package cartera.spark;

import org.jspecify.annotations.NullMarked;
