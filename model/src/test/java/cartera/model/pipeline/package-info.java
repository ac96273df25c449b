/** Tests of deals on their way. */
@NullMarked
package cartera.model.pipeline;

import org.jspecify.annotations.NullMarked;
