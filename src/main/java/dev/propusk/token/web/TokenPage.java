package dev.propusk.token.web;

import dev.propusk.token.search.TokenResource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next the cursor of the next part; null: this is the last one
 */
record TokenPage(List<TokenResource> tokens, @Nullable String next) {}
