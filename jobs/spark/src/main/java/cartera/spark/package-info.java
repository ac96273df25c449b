/** The Spark engine. Nothing outside this module names Spark. */
@NullMarked
package cartera.spark;

import org.jspecify.annotations.NullMarked;
