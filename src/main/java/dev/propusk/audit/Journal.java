package dev.propusk.audit;

import dev.propusk.base.InstantConverter;
import dev.propusk.security.ContractId;
import dev.propusk.security.CurrentUser;
import dev.propusk.security.Deed;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes each deed down, in the transaction that did it: there is no change without its entry (rule 20). */
@Component
class Journal {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final CurrentUser currentUser;
    private final Clock clock;

    Journal(JdbcClient jdbc, JsonMapper json, CurrentUser currentUser, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Deed deed) {
        String details = json.writeValueAsString(deed.details());
        write(JournalEntry.of(deed, details, currentUser.actor(), clock.instant()));
    }

    private void write(JournalEntry entry) {
        ContractId contract = entry.contract();
        jdbc.sql("""
                        insert into journal
                            (id, at, contract_id, actor_kind, actor, address, action, subject, details)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(entry.id())
                .param(InstantConverter.toUtc(entry.at()))
                .param(contract == null ? null : contract.value())
                .param(entry.actor().kind().name())
                .param(entry.actor().name())
                .param(entry.actor().address())
                .param(entry.action())
                .param(entry.subject())
                .param(entry.details())
                .update();
    }
}
