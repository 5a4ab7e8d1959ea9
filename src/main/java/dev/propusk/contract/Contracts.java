package dev.propusk.contract;

import dev.propusk.data.Atomic;
import dev.propusk.security.ContractId;
import dev.propusk.security.OwnerOnly;
import java.time.Clock;
import java.time.ZoneId;
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
    private final ContractRepository contracts;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Contracts(ContractRepository contracts, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.contracts = contracts;
        this.jdbc = jdbc;
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

    /** All of them, by number. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('SUPPORT', 'ADMIN')")
    public List<Contract> all() {
        return contracts.findAllByOrderByNumber();
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
    public Contract open(NewContract terms) {
        requireFree(null, terms);
        Contract contract = contracts.save(new Contract(ContractId.next(), terms, clock.instant()));
        events.publishEvent(new ContractOpened(contract.id()));
        return contract;
    }

    /**
     * Changes all terms at once.
     *
     * @throws InvalidContractException where another contract has this number or slug
     */
    @Atomic
    @PreAuthorize("hasRole('ADMIN')")
    public Contract change(ContractId contract, NewContract terms) {
        requireFree(contract, terms);
        Contract found = get(contract);
        found.change(terms);
        events.publishEvent(new ContractChanged(contract, terms.name(), terms.ssid(), terms.zone()));
        return found;
    }

    /** What the owner may change: the name, the network's name and the time zone. */
    @Atomic
    @OwnerOnly
    public Contract changeNetwork(ContractId contract, String name, String ssid, ZoneId zone) {
        requireOpen(contract);
        Contract found = get(contract);
        found.change(new NewContract(found.number(), name, found.slug(), ssid, zone, found.believesLinkMac()));
        events.publishEvent(new ContractChanged(contract, name, ssid, zone));
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
