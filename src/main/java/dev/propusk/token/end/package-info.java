/**
 * Tokens end: by hand (rules 11, 12), by their term (rule 7), elsewhere (rule 10), with their contract (rule 22).
 *
 * <p>In: people, the sweep, gateways, {@code ContractClosed}. Out: events that end sessions and fill the journal. Begin with
 * {@link dev.propusk.token.end.Annulments} (by hand) and {@code Expiry} (the sweep).
 */
@NamedInterface("end")
@NullMarked
package dev.propusk.token.end;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
