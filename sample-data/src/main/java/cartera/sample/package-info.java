/**
 * The seeded generator of sample exports: an invented wholesale company whose truth is known.
 *
 * <p>A world is made first ({@link cartera.sample.Company}: goods, customers, sales, deals, payments), then writers put it
 * into the forms in which amoCRM, 1C and a bank export it. Depends on nothing but the JDK and POI.
 */
@NullMarked
package cartera.sample;

import org.jspecify.annotations.NullMarked;
