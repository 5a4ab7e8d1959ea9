package dev.propusk.gateway.disconnect;

import dev.propusk.base.AddressBlock;
import dev.propusk.base.NetworkAddress;
import dev.propusk.gateway.kind.Farewell;
import dev.propusk.gateway.kind.SessionSign;
import dev.propusk.gateway.radius.Attribute;
import dev.propusk.gateway.radius.DisconnectReply;
import dev.propusk.gateway.radius.ErrorCause;
import java.net.Inet4Address;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * By what a gateway finds the session that it is to end. Each kind takes some attributes and refuses others. Who refuses is
 * asked once more, with others (RFC 5176, 3.5).
 */
final class DisconnectAttributes {
    private final Farewell farewell;
    private final PendingDisconnect order;
    private final Attribute now;

    DisconnectAttributes(Farewell farewell, PendingDisconnect order, Instant now) {
        this.farewell = farewell;
        this.order = order;
        this.now = Attribute.eventTimestamp(now);
    }

    List<Attribute> first() {
        return list(farewell.first());
    }

    /** Empty: nothing else can be said to such an answer. */
    Optional<List<Attribute>> second(DisconnectReply answer) {
        if (!answer.asksForOtherAttributes()) {
            return Optional.empty();
        }
        return Optional.of(list(
                answer.errorCause() == ErrorCause.MISSING_ATTRIBUTE.number() ? SessionSign.ALL : farewell.second()));
    }

    private List<Attribute> list(List<SessionSign> signs) {
        return Stream.concat(signs.stream().flatMap(sign -> attribute(sign).stream()), Stream.of(now))
                .toList();
    }

    /** The equipment by its own names, as its reports had them: it refuses others (RFC 5176, 3). */
    private Optional<Attribute> attribute(SessionSign sign) {
        return switch (sign) {
            case NAS_IDENTIFIER ->
                Optional.ofNullable(order.nasIdentifier())
                        .filter(name -> !name.isEmpty())
                        .map(Attribute::nasIdentifier);
            case NAS_ADDRESS ->
                value(order.nasAddress()).map(NetworkAddress::value).map(Attribute::nasAddress);
            case USER -> Optional.ofNullable(order.userName()).map(Attribute::userName);
            case STATION ->
                Optional.of(order.station()).filter(name -> !name.isEmpty()).map(Attribute::callingStation);
            case SESSION -> Optional.of(Attribute.accountingSession(order.accountingSession()));
            case DEVICE_ADDRESS -> address();
            case SERVICE -> Optional.of(Attribute.loginService());
        };
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
