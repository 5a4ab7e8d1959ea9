package dev.propusk.gateway.freeradius;

import dev.propusk.base.AddressList;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A FreeRADIUS server that gateways speak to.
 *
 * @param addresses from where its key may be used
 * @param heardAt when it last asked, to the minute; empty: never yet
 */
public record RadiusServer(UUID id, String name, AddressList addresses, Instant addedAt, Optional<Instant> heardAt) {}
