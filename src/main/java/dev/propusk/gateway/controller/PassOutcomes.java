package dev.propusk.gateway.controller;

import dev.propusk.data.Atomic;
import dev.propusk.gateway.Gateway;
import dev.propusk.gateway.controller.ControllerTold.What;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes down what came of what a controller was told. */
@Component
class PassOutcomes {
    private final PassTable passes;
    private final ControllerTable controllers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PassOutcomes(PassTable passes, ControllerTable controllers, ApplicationEventPublisher events, Clock clock) {
        this.passes = passes;
        this.controllers = controllers;
        this.events = events;
        this.clock = clock;
    }

    /**
     * It lets the device in until then; unless something has happened since: then it is looked at again.
     *
     * @param next when to look again
     */
    @Atomic
    void letIn(Pass pass, Controller controller, Gateway gateway, Instant until, Instant next) {
        controllers.heard(controller, clock.instant());
        boolean isFirst = pass.openUntil() == null;
        if (passes.opened(pass, until, next) && isFirst) {
            tell(pass, gateway, What.LET_IN, null);
        }
    }

    @Atomic
    void putOff(Pass pass, Controller controller, Gateway gateway) {
        controllers.heard(controller, clock.instant());
        if (passes.forget(pass)) {
            tell(pass, gateway, What.PUT_OFF, null);
        }
    }

    /** Before it is asked to let the device in: if nobody hears the answer, the device may be in all the same. */
    @Atomic
    void ask(Pass pass, Instant until) {
        passes.ask(pass, until);
    }

    /** There is nothing to be said until then. */
    @Atomic
    void rest(Pass pass, Instant next) {
        passes.rest(pass, next);
    }

    /** There is nothing to be said any more. */
    @Atomic
    void forget(Pass pass) {
        passes.forget(pass);
    }

    /**
     * It is tried again after a pause; the first failure of several stands in the journal.
     *
     * @param at when it failed
     */
    @Atomic
    void failed(
            Pass pass, Controller controller, Gateway gateway, ControllerFailure failure, Instant at, Duration pause) {
        controllers.failed(controller, failure, at);
        passes.putOff(pass, at.plus(pause));
        if (pass.row().tries() == 1) {
            tell(pass, gateway, What.FAILED, failure);
        }
    }

    /** It could not be asked about a guest. */
    @Atomic
    void notAnswered(Controller controller, ControllerFailure failure, Instant at) {
        controllers.failed(controller, failure, at);
    }

    private void tell(Pass pass, Gateway gateway, What what, @Nullable ControllerFailure why) {
        events.publishEvent(
                new ControllerTold(pass.contract(), pass.gateway(), pass.device(), gateway.name(), what, why));
    }
}
