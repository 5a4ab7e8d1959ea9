package dev.propusk.gateway.controller;

import dev.propusk.data.Atomic;
import dev.propusk.gateway.Gateway;
import dev.propusk.gateway.GatewayId;
import dev.propusk.gateway.Gateways;
import dev.propusk.gateway.InvalidGatewayException;
import dev.propusk.security.ContractId;
import dev.propusk.security.NeedsProof;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The provider's administrators say how the controllers of gateways are reached. */
@Service
public class Controllers {
    private final Gateways gateways;
    private final ControllerTable table;
    private final PassTable passes;
    private final ControllerSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Controllers(
            Gateways gateways,
            ControllerTable table,
            PassTable passes,
            ControllerSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.gateways = gateways;
        this.table = table;
        this.passes = passes;
        this.settings = settings;
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
     * What is to be told from now on is told there.
     *
     * @throws InvalidGatewayException where a new one comes without a secret, or does not speak so
     */
    @PreAuthorize("hasRole('ADMIN')")
    @NeedsProof
    @Atomic
    public void set(ContractId contract, GatewayId id, ControllerTerms terms) {
        Gateway gateway = gateways.get(contract, id);
        if (!Dialect.of(gateway.kind()).contains(terms.dialect())) {
            throw new InvalidGatewayException("dialect");
        }
        String secret = Optional.ofNullable(terms.secret())
                .or(() -> kept(contract, id, terms))
                .orElseThrow(() -> new InvalidGatewayException("secret"));
        table.write(contract, id, terms, secret);
        passes.lookAgain(contract, id, clock.instant());
        events.publishEvent(new ControllerChanged(contract, id, gateway.name(), terms.address()));
    }

    /** Only for the same place and login: nobody can have a secret sent to where it was not given for. */
    private Optional<String> kept(ContractId contract, GatewayId id, ControllerTerms terms) {
        return table.find(contract, id)
                .filter(now -> now.dialect() == terms.dialect() && now.address().equals(terms.address()))
                .map(table::secret);
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
