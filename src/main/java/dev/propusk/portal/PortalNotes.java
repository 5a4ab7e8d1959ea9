package dev.propusk.portal;

import dev.propusk.contract.Contracts;
import dev.propusk.data.Atomic;
import dev.propusk.security.ContractId;
import dev.propusk.security.OwnerOnly;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a network's owner tells guests on the portal: where a token is to be had, whom to ask. */
@Service
public class PortalNotes {
    public static final int LONGEST = 300;

    private final JdbcClient jdbc;
    private final Contracts contracts;
    private final ApplicationEventPublisher events;

    PortalNotes(JdbcClient jdbc, Contracts contracts, ApplicationEventPublisher events) {
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
     * Changes what guests read below the form.
     *
     * @param note at most {@value #LONGEST} characters; empty: none
     */
    @Atomic
    @OwnerOnly
    public void change(ContractId contract, String note) {
        contracts.requireOpen(contract);
        String text = note.strip();
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("A note of " + text.length() + " characters");
        }
        jdbc.sql("insert into portal_note (contract_id, note) values (:contract, :note) "
                        + "on duplicate key update note = :note")
                .param("contract", contract.value())
                .param("note", text)
                .update();
        events.publishEvent(new PortalNoteChanged(contract, text));
    }
}
