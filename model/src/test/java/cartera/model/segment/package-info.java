/** Tests of groups of customers by likeness. */
@NullMarked
package cartera.model.segment;

import org.jspecify.annotations.NullMarked;
