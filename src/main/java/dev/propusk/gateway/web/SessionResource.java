package dev.propusk.gateway.web;

import dev.propusk.base.AddressBlock;
import dev.propusk.gateway.online.NetworkSession;
import dev.propusk.gateway.online.SessionDoubt;
import dev.propusk.gateway.session.DeviceSession;
import dev.propusk.gateway.session.SessionEnd;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A session as other programs see it. */
record SessionResource(
        UUID id,
        String mac,
        List<String> addresses,
        String gateway,
        @Nullable String nas,
        Instant startedAt,
        Instant lastSeenAt,
        @Nullable Instant endedAt,
        @Nullable SessionEnd endReason,
        long octetsIn,
        long octetsOut,
        @Nullable UUID tokenId,
        List<SessionDoubt> doubts) {
    static SessionResource of(NetworkSession found) {
        DeviceSession session = found.session();
        return new SessionResource(
                session.id(),
                session.device().toString(),
                session.addresses().stream().map(AddressBlock::toString).toList(),
                session.gatewayName(),
                session.nas(),
                session.startedAt(),
                session.seenAt(),
                session.end(),
                endReason(session),
                session.in(),
                session.out(),
                found.token().map(token -> token.id().value()).orElse(null),
                found.doubts());
    }

    /** What an older release ended was said by the gateway, as far as it knew. */
    private static @Nullable SessionEnd endReason(DeviceSession session) {
        return session.end() == null || session.endedBy() != null ? session.endedBy() : SessionEnd.STOP;
    }
}
