package dev.propusk.journal;

import dev.propusk.data.InstantConverter;
import dev.propusk.data.WithinTransaction;
import dev.propusk.security.ContractId;
import dev.propusk.security.CurrentUser;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes each deed down and signs it, in the transaction that did it: there is no change without its entry (rule 20), and
 * no entry that was written elsewhere passes for one of these (journal 6).
 */
@Component
class JournalWriter {
    private static final String INSERT = """
            insert into journal (id, at, contract_id, actor_kind, actor, address, action, subject, details, proof)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final CurrentUser currentUser;
    private final Proofs proofs;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JournalWriter(
            JdbcTemplate jdbc,
            JsonMapper json,
            CurrentUser currentUser,
            Proofs proofs,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.currentUser = currentUser;
        this.proofs = proofs;
        this.events = events;
        this.clock = clock;
    }

    /** The first who hears of it: nobody waits for a row that is only inserted. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @WithinTransaction
    public void write(JournalEvent event) {
        jdbc.update(INSERT, values(event));
    }

    @EventListener
    @WithinTransaction
    public void write(JournalEvents events) {
        jdbc.batchUpdate(INSERT, events.events().stream().map(this::values).toList());
    }

    private @Nullable Object[] values(JournalEvent event) {
        String details = json.writeValueAsString(event.details());
        JournalEntry entry = JournalEntry.of(event, details, currentUser.actor(), clock.instant());
        events.publishEvent(new EntryWritten(entry, event));
        ContractId contract = entry.contract();
        return new @Nullable Object[] {
            entry.id(),
            InstantConverter.toUtc(entry.at()),
            contract == null ? null : contract.value(),
            entry.actor().kind().name(),
            entry.actor().name(),
            entry.actor().address(),
            entry.action(),
            entry.subject(),
            entry.details(),
            proofs.of(entry)
        };
    }
}
