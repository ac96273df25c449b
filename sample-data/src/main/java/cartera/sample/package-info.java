/** The seeded generator of sample exports. Depends on nothing but the JDK and POI. */
@NullMarked
package cartera.sample;

import org.jspecify.annotations.NullMarked;
