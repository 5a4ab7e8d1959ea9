package dev.propusk.token;

import dev.propusk.base.MacAddress;
import dev.propusk.journal.JournalEvent;
import dev.propusk.security.ContractId;
import java.util.Map;
import java.util.UUID;

/** A device became identified by this token (rules 3 and 4). */
public record TokenActivated(ContractId contract, TokenId token, Reuse reuse, MacAddress device, boolean byHand)
        implements JournalEvent {
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
        return Map.of("mac", device.toString(), "byHand", byHand);
    }
}
