package dev.propusk.portal;

import dev.propusk.base.ChangedMeanwhileException;
import dev.propusk.contract.Contracts;
import dev.propusk.data.Atomic;
import dev.propusk.journal.Conflicts;
import dev.propusk.security.ContractId;
import dev.propusk.security.OwnerOnly;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a network's owner tells guests on the portal: where a token is to be had, whom to ask. */
@Service
public class PortalNotes {
    public static final int LONGEST = 300;
    private static final List<String> CHANGES = List.of("portal.note-changed");

    private final JdbcClient jdbc;
    private final Contracts contracts;
    private final ApplicationEventPublisher events;
    private final Conflicts conflicts;

    PortalNotes(JdbcClient jdbc, Contracts contracts, ApplicationEventPublisher events, Conflicts conflicts) {
        this.conflicts = conflicts;
        this.jdbc = jdbc;
        this.contracts = contracts;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public Optional<String> of(ContractId contract) {
        return jdbc.sql("select note from portal_note where contract_id = ?")
                .param(contract.value())
                .query(String.class)
                .optional()
                .filter(note -> !note.isBlank());
    }

    /**
     * Changes what guests read below the form; where it reads so already, nothing is done.
     *
     * @param note at most {@value #LONGEST} characters; empty: none
     * @param seen what was looked at; empty: none
     * @throws ChangedMeanwhileException where something else stands there by now
     */
    @Atomic
    @OwnerOnly
    public void change(ContractId contract, String note, String seen) {
        contracts.requireOpen(contract);
        String text = note.strip();
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("A note of " + text.length() + " characters");
        }
        @Nullable
        String now = jdbc.sql("select note from portal_note where contract_id = ? for update")
                .param(contract.value())
                .query(String.class)
                .optional()
                .orElse(null);
        if (text.equals(Objects.requireNonNullElse(now, ""))) {
            return;
        }
        String statement = now == null
                ? "insert ignore into portal_note (contract_id, note) values (:contract, :note)"
                : "update portal_note set note = :note where contract_id = :contract";
        boolean isUnchanged = seen.equals(Objects.requireNonNullElse(now, ""));
        if (!isUnchanged
                || jdbc.sql(statement)
                                .param("contract", contract.value())
                                .param("note", text)
                                .update()
                        == 0) {
            throw conflicts.over(contract, null, CHANGES);
        }
        events.publishEvent(new PortalNoteChanged(contract, text));
    }
}
