package cartera.jobs.home;

import java.time.ZoneId;
import java.util.List;

/**
 * A system whose exports are read: an instance, not a kind.
 *
 * @param name the folder under {@code inbox}, and the first part of its ids
 * @param connectors the connectors it may use, by name or by the first part of the name; empty: any
 * @param zone zone of times that carry none
 * @param currency of amounts that carry none, ISO 4217
 */
public record Source(String name, List<String> connectors, ZoneId zone, String currency) {}
