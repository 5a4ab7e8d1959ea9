package dev.propusk.token;

import dev.propusk.base.MacAddress;
import dev.propusk.journal.JournalEvent;
import dev.propusk.security.ContractId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A device became identified by this token (rules 3 and 4).
 *
 * @param until null: unlimited
 */
public record TokenActivated(
        ContractId contract,
        TokenId token,
        Reuse reuse,
        MacAddress device,
        @Nullable Instant until,
        boolean byHand) implements JournalEvent {
    @Override
    public String action() {
        return "token.activated";
    }

    @Override
    public UUID subject() {
        return token.value();
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("mac", device.toString());
        details.put("byHand", byHand);
        details.put("until", until == null ? null : until.toString());
        return details;
    }
}
