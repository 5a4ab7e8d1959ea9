/**
 * What others can verify without us: signatures by a key pair, and time stamps of an authority.
 *
 * <p>In: {@code propusk.signing-key-file}, {@code propusk.time-stamp-authority}. Out:
 * {@link dev.propusk.secrets.sign.SigningKey}, where to begin, and {@link dev.propusk.secrets.sign.TimeStampAuthority}.
 */
@NamedInterface("sign")
@NullMarked
package dev.propusk.secrets.sign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
