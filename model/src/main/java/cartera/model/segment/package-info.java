/** Customers in groups by likeness: k-means over scaled measures, how many groups hold, and how alike two groupings are. */
@NullMarked
package cartera.model.segment;

import org.jspecify.annotations.NullMarked;
