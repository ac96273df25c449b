@NullMarked
package cartera.jobs.score;

import org.jspecify.annotations.NullMarked;
