package dev.propusk.gateway.controller;

import dev.propusk.base.MacAddress;
import dev.propusk.contract.ContractResumed;
import dev.propusk.contract.ContractSuspended;
import dev.propusk.data.Remembered;
import dev.propusk.data.WithinTransaction;
import dev.propusk.gateway.GatewayId;
import dev.propusk.security.ContractId;
import dev.propusk.token.TokenActivated;
import dev.propusk.token.TokenAnnulled;
import dev.propusk.token.TokenMoved;
import dev.propusk.token.TokensExpired;
import dev.propusk.token.TokensExpired.Due;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Writes down, in the transaction of what happened, that a controller may have to hear of a device (rules 3, 11, 18). Most
 * networks have none; that is known without a question.
 */
@Component
class PendingPasses {
    private static final int MOST = 10_000;

    private final Remembered<ContractId, List<GatewayId>> told = new Remembered<>(MOST);
    private final ControllerTable controllers;
    private final PassTable passes;
    private final Clock clock;

    PendingPasses(ControllerTable controllers, PassTable passes, Clock clock) {
        this.controllers = controllers;
        this.passes = passes;
        this.clock = clock;
    }

    @EventListener
    @WithinTransaction
    void activated(TokenActivated event) {
        expect(event.contract(), event.device());
    }

    @EventListener
    @WithinTransaction
    void moved(TokenMoved event) {
        expect(event.contract(), event.to());
        over(event.contract(), event.from());
    }

    @EventListener
    @WithinTransaction
    void annulled(TokenAnnulled event) {
        if (event.device() != null) {
            over(event.contract(), event.device());
        }
    }

    /** One question for all that expired together. */
    @EventListener
    @WithinTransaction
    void expired(TokensExpired event) {
        Set<ContractId> contracts = event.tokens().stream().map(Due::contract).collect(Collectors.toSet());
        if (contracts.isEmpty()) {
            return;
        }
        Set<ContractId> concerned = new HashSet<>(passes.among(contracts));
        Instant now = clock.instant();
        event.tokens().stream()
                .filter(due -> concerned.contains(due.contract()))
                .forEach(due -> passes.lookAgain(due.contract(), due.device(), now));
    }

    @EventListener
    @WithinTransaction
    void suspended(ContractSuspended event) {
        passes.lookAgain(event.contract(), clock.instant());
    }

    @EventListener
    @WithinTransaction
    void resumed(ContractResumed event) {
        passes.lookAgain(event.contract(), clock.instant());
    }

    /** The device may pass, and may have come to any of the network's controllers. */
    void expect(ContractId contract, MacAddress device) {
        Instant now = clock.instant();
        told(contract).forEach(gateway -> passes.expect(contract, gateway, device, now));
    }

    private void over(ContractId contract, MacAddress device) {
        if (areKept(contract)) {
            passes.lookAgain(contract, device, clock.instant());
        }
    }

    /** Whether the network has a controller that is told. */
    boolean areKept(ContractId contract) {
        return !told(contract).isEmpty();
    }

    private List<GatewayId> told(ContractId contract) {
        return told.get(
                        contract,
                        () -> Optional.of(controllers.findAll(contract).stream()
                                .map(Controller::gateway)
                                .toList()))
                .orElseThrow();
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMPLETION)
    void forget(ControllerChanged event) {
        told.forget(event.contract());
    }
}
