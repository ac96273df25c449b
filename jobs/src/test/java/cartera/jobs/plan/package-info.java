@NullMarked
package cartera.jobs.plan;

import org.jspecify.annotations.NullMarked;
