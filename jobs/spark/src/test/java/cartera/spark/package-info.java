@NullMarked
package cartera.spark;

import org.jspecify.annotations.NullMarked;
