package dev.propusk.token;

import dev.propusk.base.MacAddress;
import dev.propusk.journal.JournalEvent;
import dev.propusk.security.ContractId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A token stopped working; of an activated one the device loses the network (rule 11). */
public record TokenAnnulled(
        ContractId contract,
        TokenId token,
        TokenEnd end,
        @Nullable MacAddress device) implements JournalEvent {
    @Override
    public String action() {
        return "token.annulled";
    }

    @Override
    public UUID subject() {
        return token.value();
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("annulment", end.reason());
        if (device != null) {
            details.put("mac", device.toString());
        }
        if (end.otherNetwork() != null) {
            details.put("otherNetwork", end.otherNetwork());
        }
        return details;
    }
}
