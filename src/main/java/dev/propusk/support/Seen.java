package dev.propusk.support;

import dev.propusk.base.AddressBlock;
import dev.propusk.base.MacAddress;
import dev.propusk.gateway.session.DeviceSession;
import dev.propusk.gateway.session.SessionStart;
import dev.propusk.security.ContractId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A device was online, as a gateway reported.
 *
 * @param addresses all that it had, in the order in which they were heard of
 * @param isSinceSure false: it was first heard of then, and may have been there before
 * @param lastHeard when the last report of it came
 * @param until null: it still is, as far as was heard
 * @param isUntilSure false: nobody said that it had gone
 * @param latest until when it may have been there; null: it still may
 */
public record Seen(
        ContractId contract,
        MacAddress device,
        List<String> addresses,
        Instant since,
        boolean isSinceSure,
        Instant lastHeard,
        @Nullable Instant until,
        boolean isUntilSure,
        @Nullable Instant latest,
        String gateway) {
    static Seen of(DeviceSession session) {
        return new Seen(
                session.contract(),
                session.device(),
                session.addresses().stream().map(AddressBlock::toString).toList(),
                session.startedAt(),
                session.startedBy() != SessionStart.HEARD,
                session.seenAt(),
                session.end(),
                session.end() != null && !session.isEndAGuess(),
                session.lastPossibleEnd().orElse(null),
                session.gatewayName());
    }

    /** Whether somebody said from when to when. */
    boolean isSure() {
        return isSinceSure && isUntilSure;
    }
}
