/**
 * Sessions are ended at the gateway when their token has ended (rule 18).
 *
 * <p>In: events of tokens and contracts, in their transactions. Out: Disconnect-Requests (RFC 5176), after COMMIT. Begin
 * with {@code PendingDisconnects}, which writes down, then {@code Disconnects}, which carries out.
 */
@NullMarked
package dev.propusk.gateway.disconnect;

import org.jspecify.annotations.NullMarked;
