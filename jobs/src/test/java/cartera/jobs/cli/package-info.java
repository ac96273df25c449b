@NullMarked
package cartera.jobs.cli;

import org.jspecify.annotations.NullMarked;
