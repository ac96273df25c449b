package cartera.model.reconcile;

import org.jspecify.annotations.Nullable;

/**
 * One line of a hierarchy: a node, and a node above it.
 *
 * @param parent null for a node at the top
 */
public record Edge(String key, @Nullable String parent) {}
