package dev.propusk.security;

import org.jspecify.annotations.Nullable;

/**
 * A program came with a key that does not open what it asked for.
 *
 * @param door {@code api} or {@code gateway}
 * @param name the key's, where it is one of ours
 * @param scope what it lacks, or {@code address} where it may not be used from there; null: it is unknown, ended or revoked
 * @param address where it came from
 */
public record KeyRefused(
        String door, @Nullable String name, @Nullable String scope, String address) {}
