package dev.propusk.account.identity;

import dev.propusk.security.LoginName;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody as the provider of identities knows them, as far as it matters here.
 *
 * @param subject who it is there, for good; with the issuer the only thing that they are known by again
 * @param login what they are called there, where that can be a login's name
 * @param words what their role here follows from
 * @param contract the number of the contract that they work for
 * @param isStrong whether they gave a second factor there, as far as we believe it
 * @param provenAt when they last gave there what they sign in by
 */
record Identity(
        String issuer,
        String subject,
        @Nullable LoginName login,
        Set<String> words,
        @Nullable String contract,
        boolean isStrong,
        Instant provenAt) {}
