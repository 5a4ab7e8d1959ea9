package dev.propusk.work;

import java.util.UUID;

/**
 * A row that is this node's for a while.
 *
 * @param tries which try it is, from 1; together with the id it tells one lease from the next
 */
public record Leased(UUID id, UUID lane, int tries) {}
