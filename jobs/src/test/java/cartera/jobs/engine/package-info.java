@NullMarked
package cartera.jobs.engine;

import org.jspecify.annotations.NullMarked;
