package dev.propusk.gateway.controller;

import dev.propusk.base.ChangedMeanwhileException;
import dev.propusk.data.Atomic;
import dev.propusk.gateway.Gateway;
import dev.propusk.gateway.GatewayId;
import dev.propusk.gateway.Gateways;
import dev.propusk.gateway.InvalidGatewayException;
import dev.propusk.journal.Conflicts;
import dev.propusk.security.ContractId;
import dev.propusk.security.NeedsProof;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The provider's administrators say how the controllers of gateways are reached. */
@Service
public class Controllers {
    private static final List<String> CHANGES = List.of(ControllerChanged.SET, ControllerChanged.REMOVED);

    private final Gateways gateways;
    private final ControllerTable table;
    private final PassTable passes;
    private final ControllerSettings settings;
    private final Conflicts conflicts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Controllers(
            Gateways gateways,
            ControllerTable table,
            PassTable passes,
            ControllerSettings settings,
            Conflicts conflicts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.gateways = gateways;
        this.table = table;
        this.passes = passes;
        this.settings = settings;
        this.conflicts = conflicts;
        this.events = events;
        this.clock = clock;
    }

    @PreAuthorize("hasRole('ADMIN')")
    public Optional<Controller> of(ContractId contract, GatewayId gateway) {
        return table.find(contract, gateway);
    }

    @PreAuthorize("hasRole('ADMIN')")
    public ControllerState state(Controller controller) {
        return table.state(controller, clock.instant());
    }

    /**
     * What is to be told from now on is told there; where it is so already, nothing is done.
     *
     * @param seen the version that was looked at; 0: it had none
     * @throws InvalidGatewayException where a new one comes without a secret, or does not speak so
     * @throws ChangedMeanwhileException where it is another one by now
     */
    @PreAuthorize("hasRole('ADMIN')")
    @NeedsProof
    @Atomic
    public void set(ContractId contract, GatewayId id, ControllerTerms terms, int seen) {
        Gateway gateway = gateways.get(contract, id);
        if (!Dialect.of(gateway.kind()).contains(terms.dialect())) {
            throw new InvalidGatewayException("dialect");
        }
        Optional<Controller> now = table.find(contract, id);
        String secret = Optional.ofNullable(terms.secret())
                .or(() -> now.filter(terms::isSameLogin).map(table::secret))
                .orElseThrow(() -> new InvalidGatewayException("secret"));
        if (now.filter(one -> terms.isOf(one) && secret.equals(table.secret(one)))
                .isPresent()) {
            return;
        }
        if (!(seen == 0
                ? table.insert(contract, id, terms, secret)
                : table.update(contract, id, terms, secret, seen))) {
            throw conflicts.over(contract, id.value(), CHANGES);
        }
        passes.lookAgain(contract, id, clock.instant());
        events.publishEvent(new ControllerChanged(contract, id, gateway.name(), terms.address()));
    }

    /** Whom it let in, it puts off by its own minutes. */
    @PreAuthorize("hasRole('ADMIN')")
    @NeedsProof
    @Atomic
    public void remove(ContractId contract, GatewayId id) {
        Gateway gateway = gateways.get(contract, id);
        if (table.delete(contract, id)) {
            events.publishEvent(new ControllerChanged(contract, id, gateway.name(), null));
        }
    }

    /**
     * The certificate that is shown there now.
     *
     * @return empty: nobody answers there by TLS
     */
    @PreAuthorize("hasRole('ADMIN')")
    public Optional<OfferedCertificate> offered(URI address) {
        try {
            return Optional.of(OfferedCertificate.of(address, settings.timeout()));
        } catch (ControllerFailureException e) {
            return Optional.empty();
        }
    }
}
