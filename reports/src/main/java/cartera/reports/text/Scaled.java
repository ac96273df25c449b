package cartera.reports.text;

import cartera.reports.Value;

/** A value to be written with its sign in a given power of ten and without its unit, where a heading names the unit. */
public record Scaled(Value value, int power, int decimals) {}
