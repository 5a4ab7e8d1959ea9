package dev.propusk.gateway.controller;

import dev.propusk.base.MacAddress;
import dev.propusk.data.Atomic;
import dev.propusk.gateway.GatewayRepository;
import dev.propusk.gateway.redirect.Led;
import dev.propusk.security.ContractId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Service;

/** Guests whom a controller led to the portal. */
@Service
public class ControllerGuests {
    /** Whoever asks for one more waits for nobody: the page is open to all. */
    private static final int AT_ONCE = 16;

    private final Semaphore places = new Semaphore(AT_ONCE);
    private final ControllerTable controllers;
    private final ControllerApis apis;
    private final GatewayRepository gateways;
    private final PassTable passes;
    private final PendingPasses pending;
    private final PassOutcomes outcomes;
    private final Clock clock;

    ControllerGuests(
            ControllerTable controllers,
            ControllerApis apis,
            GatewayRepository gateways,
            PassTable passes,
            PendingPasses pending,
            PassOutcomes outcomes,
            Clock clock) {
        this.controllers = controllers;
        this.apis = apis;
        this.gateways = gateways;
        this.passes = passes;
        this.pending = pending;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** Whether the equipment that led the guest here is told by its API, and needs no hand-back. */
    public boolean isTold(ContractId contract, Led led) {
        return !told(contract, led).isEmpty();
    }

    private List<Controller> told(ContractId contract, Led led) {
        return !pending.areKept(contract)
                ? List.of()
                : controllers.findAll(contract).stream()
                        .filter(controller -> gateways.findByContractAndId(contract, controller.gateway())
                                .filter(gateway -> gateway.kind().redirect() == led.by())
                                .isPresent())
                        .toList();
    }

    /**
     * The device that the redirect names, where the network's own controller has it as a guest now: then the link need not be
     * believed.
     */
    public Optional<MacAddress> confirmed(ContractId contract, Led led) {
        return led.device()
                .filter(device -> told(contract, led).stream().anyMatch(controller -> hasGuest(controller, device)));
    }

    private boolean hasGuest(Controller controller, MacAddress device) {
        if (!places.tryAcquire()) {
            return false;
        }
        try {
            return apis.of(controller).hasGuest(device);
        } catch (ControllerFailureException e) {
            outcomes.notAnswered(controller, e.failure(), clock.instant());
            return false;
        } finally {
            places.release();
        }
    }

    /** The device may pass, and was led here by a controller: it is told anew, for it leads here only whom it does not let in. */
    @Atomic
    public void arrived(ContractId contract, MacAddress device) {
        pending.expect(contract, device);
    }

    /** Whether a controller has said that it lets the device in. */
    public boolean isLetIn(ContractId contract, MacAddress device) {
        return passes.isOpen(contract, device, clock.instant());
    }
}
