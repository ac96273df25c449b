@NullMarked
package cartera.jobs;

import org.jspecify.annotations.NullMarked;
