/**
 * Tokens come into being (rules 1, 2, 13) and are handed out (rule 14).
 *
 * <p>In: {@link dev.propusk.token.TokenRequest}s of the panel and the API. Out: {@link dev.propusk.token.Token}s. Begin with
 * {@link dev.propusk.token.generate.Generation}; its transaction stands beside it.
 */
@NamedInterface("generate")
@NullMarked
package dev.propusk.token.generate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
