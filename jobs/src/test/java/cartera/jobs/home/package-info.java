@NullMarked
package cartera.jobs.home;

import org.jspecify.annotations.NullMarked;
