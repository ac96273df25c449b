/**
 * Pure computation: numbers in, numbers out. No files, no SQL, no clock, no engine; the JDK and special functions only.
 *
 * <p>{@code purchase} says how often, {@code spend} how much, {@code value} joins the two, {@code churn} says who
 * stays away; {@code fit} is what their fits share. This package itself holds nothing.
 */
@NullMarked
package cartera.model;

import org.jspecify.annotations.NullMarked;
