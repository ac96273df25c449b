/**
 * What an export means: the language of {@code connectors/*.yaml} and the contract of {@code entities.yaml}. Turns the
 * records of {@code read} into typed rows of raw entities, or into rejections. May use {@code read}, the column types of
 * {@code lake}, the YAML parser and Saxon; writes no file.
 */
@NullMarked
package cartera.jobs.connector;

import org.jspecify.annotations.NullMarked;
