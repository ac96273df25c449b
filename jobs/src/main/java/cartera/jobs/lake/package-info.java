/**
 * The lake: immutable Parquet files named by their content, the manifests that publish them, and the one lock of a
 * home. May use the JDK, Parquet and Jackson; knows no engine, no job and no connector.
 */
@NullMarked
package cartera.jobs.lake;

import org.jspecify.annotations.NullMarked;
