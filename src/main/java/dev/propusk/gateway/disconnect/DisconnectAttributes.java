package dev.propusk.gateway.disconnect;

import dev.propusk.base.AddressBlock;
import dev.propusk.base.NetworkAddress;
import dev.propusk.gateway.GatewayKind;
import dev.propusk.gateway.radius.Attribute;
import dev.propusk.gateway.radius.DisconnectReply;
import java.net.Inet4Address;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * By what a gateway finds the session that it is to end. Each kind takes some attributes and refuses others: hostapd's list
 * is short and its stations have no name (radius_das.c), RouterOS wants the address. Who refuses is asked once more, with
 * fewer (RFC 5176, 3.5).
 */
final class DisconnectAttributes {
    private static final int MISSING_ATTRIBUTE = 402;

    private final GatewayKind kind;
    private final PendingDisconnect order;
    private final Attribute now;

    DisconnectAttributes(GatewayKind kind, PendingDisconnect order, Instant now) {
        this.kind = kind;
        this.order = order;
        this.now = Attribute.eventTimestamp(now);
    }

    List<Attribute> first() {
        return switch (kind) {
            case UNIFI -> list(station(), session());
            case MIKROTIK -> list(user(), address(), session());
            case COOVACHILLI, OPENNDS, OTHER -> all();
        };
    }

    /** Empty: nothing else can be said to such an answer. */
    Optional<List<Attribute>> second(DisconnectReply answer) {
        if (!answer.asksForOtherAttributes()) {
            return Optional.empty();
        }
        if (answer.errorCause() == MISSING_ATTRIBUTE) {
            return Optional.of(all());
        }
        return Optional.of(
                switch (kind) {
                    case UNIFI -> list(station());
                    case MIKROTIK -> list(session());
                    case COOVACHILLI, OPENNDS, OTHER -> list(station(), session());
                });
    }

    /** The equipment by its own names, as its reports had them: it refuses others (RFC 5176, 3). */
    private List<Attribute> all() {
        return list(
                Optional.ofNullable(order.nasIdentifier())
                        .filter(name -> !name.isEmpty())
                        .map(Attribute::nasIdentifier),
                value(order.nasAddress()).map(NetworkAddress::value).map(Attribute::nasAddress),
                user(),
                station(),
                session(),
                address());
    }

    @SafeVarargs
    private List<Attribute> list(Optional<Attribute>... some) {
        List<Attribute> attributes = new ArrayList<>();
        for (Optional<Attribute> one : some) {
            one.ifPresent(attributes::add);
        }
        attributes.add(now);
        return attributes;
    }

    private Optional<Attribute> user() {
        return Optional.ofNullable(order.userName()).map(Attribute::userName);
    }

    private Optional<Attribute> station() {
        return Optional.of(order.station()).filter(name -> !name.isEmpty()).map(Attribute::callingStation);
    }

    private Optional<Attribute> session() {
        return Optional.of(Attribute.accountingSession(order.accountingSession()));
    }

    private Optional<Attribute> address() {
        return Optional.ofNullable(order.ip())
                .flatMap(NetworkAddress::read)
                .map(NetworkAddress::value)
                .filter(Inet4Address.class::isInstance)
                .map(Attribute::framedAddress);
    }

    private static Optional<NetworkAddress> value(@Nullable AddressBlock block) {
        return Optional.ofNullable(block).map(AddressBlock::address);
    }
}
