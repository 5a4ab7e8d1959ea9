package dev.propusk.gateway.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of sessions.
 *
 * @param next the cursor of the page after it; null: this is the last
 */
record SessionPage(List<SessionResource> sessions, @Nullable String next) {}
