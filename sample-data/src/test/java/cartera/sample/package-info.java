/** Tests of the sample exports: reproducible, and true to their truth. */
@NullMarked
package cartera.sample;

import org.jspecify.annotations.NullMarked;
