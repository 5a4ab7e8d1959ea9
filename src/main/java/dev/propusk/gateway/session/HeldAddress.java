package dev.propusk.gateway.session;

import dev.propusk.base.AddressBlock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An address, or a network, that a device had in a session.
 *
 * @param from when it was first heard of; where it is the first of its kind, the session's beginning
 * @param gone when a report named others instead; null: it had it as long as the session went on
 */
record HeldAddress(
        AddressBlock block, Instant from, @Nullable Instant gone) {
    enum Kind {
        IPV4,
        IPV6,
        NETWORK
    }

    static Kind kind(AddressBlock block) {
        if (!block.isSingle()) {
            return Kind.NETWORK;
        }
        return block.isIpv4() ? Kind.IPV4 : Kind.IPV6;
    }

    Kind kind() {
        return kind(block);
    }

    HeldAddress goneAt(@Nullable Instant at) {
        return new HeldAddress(block, from, at);
    }
}
