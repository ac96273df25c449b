/**
 * What stands beside the data: the configuration of a company's home, and the files that the program brings along. Uses
 * the JDK and a YAML reader; every other package may use it.
 */
@NullMarked
package cartera.jobs.home;

import org.jspecify.annotations.NullMarked;
