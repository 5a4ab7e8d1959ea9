/** What all REST endpoints share: API keys, problem details, reading what was sent, limits, idempotency. */
@NullMarked
package dev.propusk.api;

import org.jspecify.annotations.NullMarked;
