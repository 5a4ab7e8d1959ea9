package dev.propusk.gateway.disconnect;

import dev.propusk.base.MacAddress;
import dev.propusk.journal.JournalEvent;
import dev.propusk.security.ContractId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A gateway was told that a device's session ends (rule 18).
 *
 * @param answer its own word: {@code ACK}, {@code NAK 503}, {@code NONE}
 */
record SessionDisconnected(
        ContractId contract,
        UUID session,
        MacAddress device,
        String gateway,
        DisconnectReason reason,
        String answer,
        int tries)
        implements JournalEvent {
    /** What became of the session. */
    enum Outcome {
        /** The device is offline. */
        ENDED,
        /** The gateway would not. */
        REFUSED,
        /** It never answered. */
        UNANSWERED,
        /** Nobody knows how to reach it. */
        NO_ADDRESS
    }

    Outcome outcome() {
        return switch (answer) {
            case "ACK", "NAK 503" -> Outcome.ENDED;
            case "NONE" -> Outcome.UNANSWERED;
            case "NO_ADDRESS" -> Outcome.NO_ADDRESS;
            default -> Outcome.REFUSED;
        };
    }

    @Override
    public boolean isTrouble() {
        return outcome() != Outcome.ENDED;
    }

    @Override
    public String action() {
        return "session.disconnected";
    }

    @Override
    public UUID subject() {
        return session;
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("mac", device.toString());
        details.put("gateway", gateway);
        details.put("reason", reason);
        details.put("answer", answer);
        details.put("tries", tries);
        return details;
    }
}
