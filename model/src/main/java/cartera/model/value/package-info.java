/** What a customer is worth: a purchase model and a spend model joined over a horizon. Uses {@code purchase} and {@code spend}. */
@NullMarked
package cartera.model.value;

import org.jspecify.annotations.NullMarked;
