package dev.propusk.token.search;

import dev.propusk.base.MacAddress;
import dev.propusk.token.Annulment;
import dev.propusk.token.Reuse;
import dev.propusk.token.Token;
import dev.propusk.token.TokenState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A token as other programs see it, in answers of the API and in events. */
public record TokenResource(
        UUID id,
        String code,
        Reuse reuse,
        @Nullable Integer days,
        TokenState state,
        @Nullable String note,
        @Nullable String reference,
        Instant generatedAt,
        String generatedBy,
        @Nullable Instant issuedAt,
        @Nullable String mac,
        @Nullable Instant activatedAt,
        @Nullable Instant expiresAt,
        @Nullable Instant annulledAt,
        @Nullable Annulment annulment,
        @Nullable Integer downKbit,
        @Nullable Integer upKbit,
        @Nullable Integer idleMinutes,
        @Nullable Integer trafficMegabytes,
        @Nullable Long octets,
        @Nullable Integer devices) {
    public static TokenResource of(Token token, Instant now) {
        return new TokenResource(
                token.id().value(),
                token.code().value(),
                token.reuse(),
                token.term().days(),
                token.state(now),
                token.note().orElse(null),
                token.reference().orElse(null),
                token.generatedAt(),
                token.generatedBy(),
                token.issuedAt().orElse(null),
                token.mac().map(MacAddress::toString).orElse(null),
                token.activatedAt().orElse(null),
                token.expiresAt().orElse(null),
                token.annulledAt(now).orElse(null),
                token.annulment(now).orElse(null),
                token.limits().downKbit(),
                token.limits().upKbit(),
                token.limits().idleMinutes(),
                token.limits().trafficMegabytes(),
                token.octets().orElse(null),
                token.uses().devices());
    }
}
