/**
 * The command line: parse, delegate, print. The only package that names picocli, writes to the standard streams or
 * reads the clock. May use every other package.
 */
@NullMarked
package cartera.jobs.cli;

import org.jspecify.annotations.NullMarked;
