package dev.propusk.journal;

import dev.propusk.data.OwnId;
import dev.propusk.security.Actor;
import dev.propusk.security.ContractId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the journal: who did what, when (UTC), from where.
 *
 * @param contract whose journal it stands in; null: the provider's own
 * @param subject the id of what it was done to, where there is one
 * @param details what else there is to know, as JSON
 */
public record JournalEntry(
        UUID id,
        Instant at,
        @Nullable ContractId contract,
        Actor actor,
        String action,
        @Nullable UUID subject,
        String details) {
    static JournalEntry of(JournalEvent event, String details, Actor actor, Instant now) {
        return new JournalEntry(
                OwnId.next("journal"), now, event.contract(), actor, event.action(), event.subject(), details);
    }
}
