package dev.propusk.account.identity;

import dev.propusk.data.Atomic;
import dev.propusk.data.InstantConverter;
import dev.propusk.security.ContractId;
import dev.propusk.security.NeedsProof;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The contracts whose people may come in by the provider of identities: those that an administrator says, else none. */
@Service
public class IdentityContracts {
    private final IdentitySettings settings;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    IdentityContracts(IdentitySettings settings, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.settings = settings;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Whether there is a provider at all. */
    public boolean isPossible() {
        return settings.isOn();
    }

    @PreAuthorize("hasRole('ADMIN')")
    public boolean isAllowed(ContractId contract) {
        return isAllowedIn(contract);
    }

    /** From the next sign-in on; nobody is signed out by it. */
    @PreAuthorize("hasRole('ADMIN')")
    @NeedsProof
    @Atomic
    public void allow(ContractId contract, boolean allowed) {
        int changed = allowed
                ? jdbc.sql("insert ignore into identity_contract (contract_id, since) values (?, ?)")
                        .params(contract.value(), InstantConverter.toUtc(clock.instant()))
                        .update()
                : jdbc.sql("delete from identity_contract where contract_id = ?")
                        .param(contract.value())
                        .update();
        if (changed > 0) {
            events.publishEvent(new IdentitiesAllowed(contract, allowed));
        }
    }

    /** The one of this number, if it is among them and not closed. */
    Optional<ContractId> allowed(String number) {
        return jdbc.sql("""
                        select c.id from contract c join identity_contract i on i.contract_id = c.id
                        where c.number = ? and c.status <> 'CLOSED'
                        """).param(number).query(UUID.class).optional().map(ContractId::new);
    }

    private boolean isAllowedIn(ContractId contract) {
        return jdbc.sql("select exists (select 1 from identity_contract where contract_id = ?)")
                .param(contract.value())
                .query(Boolean.class)
                .single();
    }
}
