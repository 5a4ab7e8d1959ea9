package dev.propusk.account.factor;

import dev.propusk.account.AccountSettings;
import dev.propusk.contract.Contracts;
import dev.propusk.data.Atomic;
import dev.propusk.data.InstantConverter;
import dev.propusk.security.ContractId;
import dev.propusk.security.NeedsProof;
import dev.propusk.security.OwnerOnly;
import dev.propusk.security.Role;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who may not sign in by a password alone: the provider says so of roles, an owner of everybody in their contract. */
@Service
public class FactorDemands {
    private final AccountSettings settings;
    private final Contracts contracts;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    public FactorDemands(
            AccountSettings settings,
            Contracts contracts,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.settings = settings;
        this.contracts = contracts;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Of somebody of this role, in this contract or of the provider. */
    public boolean isRequired(Role role, @Nullable ContractId contract) {
        return settings.requiresSecondFactor(role) || (contract != null && isDemandedIn(contract));
    }

    /** Whether the owner asks for it. */
    @OwnerOnly
    public boolean isDemanded(ContractId contract) {
        return isDemandedIn(contract);
    }

    /** From their next sign-in on everybody of the contract sets one up, or from then on need not. */
    @OwnerOnly
    @NeedsProof
    @Atomic
    public void demand(ContractId contract, boolean demanded) {
        contracts.requireOpen(contract);
        int changed = demanded
                ? jdbc.sql("insert ignore into factor_demand (contract_id, since) values (?, ?)")
                        .params(contract.value(), InstantConverter.toUtc(clock.instant()))
                        .update()
                : jdbc.sql("delete from factor_demand where contract_id = ?")
                        .param(contract.value())
                        .update();
        if (changed > 0) {
            events.publishEvent(new FactorDemanded(contract, demanded));
        }
    }

    private boolean isDemandedIn(ContractId contract) {
        return jdbc.sql("select exists (select 1 from factor_demand where contract_id = ?)")
                .param(contract.value())
                .query(Boolean.class)
                .single();
    }
}
