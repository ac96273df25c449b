package cartera.reports.text;

import cartera.reports.Value;

/**
 * A value as a sentence writes it: {@code value.number() = written * 10^power}, rounded to {@code decimals}.
 *
 * @param isMagnitude the sentence says the direction in words, so the sign is left out
 */
public record Mention(Value value, int power, int decimals, boolean isMagnitude) {}
