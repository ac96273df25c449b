/** Tests of the lake. */
@NullMarked
package cartera.jobs.lake;

import org.jspecify.annotations.NullMarked;
