@NullMarked
package cartera.jobs.bench;

import org.jspecify.annotations.NullMarked;
