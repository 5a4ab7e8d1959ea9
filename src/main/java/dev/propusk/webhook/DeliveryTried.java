package dev.propusk.webhook;

import dev.propusk.security.ContractId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * It was tried to deliver an event.
 *
 * @param state {@code WAITING}: it failed, and is tried again
 * @param status what the other side answered; null: it could not be asked
 * @param failure why it could not be asked; null: it was
 * @param tries how many there were, this one included
 */
public record DeliveryTried(
        ContractId contract,
        UUID event,
        DeliveryState state,
        @Nullable Integer status,
        @Nullable DeliveryFailure failure,
        int tries) {}
