package dev.propusk.contract;

import dev.propusk.base.ChangedMeanwhileException;
import dev.propusk.data.Atomic;
import dev.propusk.journal.Conflicts;
import dev.propusk.security.ContractId;
import dev.propusk.security.OwnerOnly;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Contracts: found, opened, suspended, resumed, closed (rule 22). */
@Service
public class Contracts {
    private static final List<String> CHANGES =
            List.of("contract.changed", "contract.suspended", "contract.resumed", "contract.closed");

    private final ContractRepository contracts;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Conflicts conflicts;
    private final Clock clock;

    Contracts(
            ContractRepository contracts,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Conflicts conflicts,
            Clock clock) {
        this.contracts = contracts;
        this.jdbc = jdbc;
        this.conflicts = conflicts;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Contract get(ContractId contract) {
        return contracts.findById(contract).orElseThrow(ContractNotFoundException::new);
    }

    @Transactional(readOnly = true)
    public Optional<Contract> findBySlug(String slug) {
        return contracts.findBySlug(slug);
    }

    /** Those of them that are there, in no order. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('SUPPORT', 'ADMIN')")
    public List<Contract> find(Collection<ContractId> ids) {
        return ids.isEmpty() ? List.of() : contracts.findByIdIn(ids);
    }

    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('SUPPORT', 'ADMIN')")
    public Optional<Contract> findByNumber(String number) {
        return contracts.findByNumber(number);
    }

    /** Contracts whose tokens are to be ended, if any are left. */
    @Transactional(readOnly = true)
    public List<ContractId> closed() {
        return contracts.findByStatus(ContractStatus.CLOSED).stream()
                .map(Contract::id)
                .toList();
    }

    /**
     * For what may be done in an open contract only.
     *
     * @throws WrongContractStatusException where it is suspended or closed
     */
    @Transactional(readOnly = true)
    public void requireOpen(ContractId contract) {
        ContractStatus status = jdbc.sql("select status from contract where id = ?")
                .param(contract.value())
                .query(ContractStatus.class)
                .optional()
                .orElseThrow(ContractNotFoundException::new);
        if (status != ContractStatus.OPEN) {
            throw new WrongContractStatusException(contract, status);
        }
    }

    @Atomic
    @PreAuthorize("hasRole('ADMIN')")
    public Contract open(ContractId contract, NewContract terms) {
        requireFree(null, terms);
        Contract opened = contracts.save(new Contract(contract, terms, clock.instant()));
        events.publishEvent(new ContractOpened(contract));
        return opened;
    }

    /**
     * Changes all terms at once; where it stands so already, nothing is done.
     *
     * @param seen the version that was looked at
     * @throws ChangedMeanwhileException where it is another one by now
     * @throws InvalidContractException where another contract has this number or slug
     */
    @Atomic
    @PreAuthorize("hasRole('ADMIN')")
    public Contract change(ContractId contract, NewContract terms, int seen) {
        requireFree(contract, terms);
        return change(get(contract), terms, seen);
    }

    /** What the owner may change; otherwise like {@link #change(ContractId, NewContract, int)}. */
    @Atomic
    @OwnerOnly
    public Contract changeNetwork(ContractId contract, NetworkTerms network, int seen) {
        requireOpen(contract);
        Contract found = get(contract);
        return change(found, found.terms().with(network), seen);
    }

    private Contract change(Contract found, NewContract terms, int seen) {
        if (found.terms().equals(terms)) {
            return found;
        }
        if (found.version() != seen) {
            throw conflicts.over(found.id(), null, CHANGES);
        }
        found.change(terms);
        events.publishEvent(new ContractChanged(found.id(), terms.name(), terms.ssid(), terms.zone(), terms.limits()));
        return found;
    }

    private void requireFree(@Nullable ContractId own, NewContract terms) {
        contracts
                .findByNumber(terms.number())
                .filter(found -> !found.id().equals(own))
                .ifPresent(taken -> {
                    throw new InvalidContractException("number");
                });
        contracts
                .findBySlug(terms.slug())
                .filter(found -> !found.id().equals(own))
                .ifPresent(taken -> {
                    throw new InvalidContractException("slug");
                });
    }

    @Atomic
    @PreAuthorize("hasRole('ADMIN')")
    public void suspend(ContractId contract) {
        change(contract, Contract::suspend, new ContractSuspended(contract));
    }

    @Atomic
    @PreAuthorize("hasRole('ADMIN')")
    public void resume(ContractId contract) {
        change(contract, Contract::resume, new ContractResumed(contract));
    }

    /** The status first; the tokens are ended once it stands. */
    @Atomic
    @PreAuthorize("hasRole('ADMIN')")
    public void close(ContractId contract) {
        change(contract, found -> found.close(clock.instant()), new ContractClosed(contract));
    }

    private void change(ContractId contract, Consumer<Contract> verb, Object event) {
        verb.accept(get(contract));
        events.publishEvent(event);
    }
}
