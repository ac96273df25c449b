/** Test support: reference tables and the shared reference data. */
@NullMarked
package cartera.model;

import org.jspecify.annotations.NullMarked;
