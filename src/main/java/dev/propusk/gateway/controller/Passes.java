package dev.propusk.gateway.controller;

import dev.propusk.gateway.Admissions;
import dev.propusk.gateway.Gateway;
import dev.propusk.gateway.GatewayCaller;
import dev.propusk.gateway.GatewayRepository;
import dev.propusk.identification.Identification;
import dev.propusk.identification.Identified;
import dev.propusk.work.Job;
import dev.propusk.work.LaneLimits;
import dev.propusk.work.Leased;
import dev.propusk.work.Pauses;
import dev.propusk.work.WorkQueue;
import dev.propusk.work.WorkQueues;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Tells controllers whom to let in and whom to put off, until they have done so; each gateway has its own lane. */
@Component
public class Passes implements DisposableBean {
    private static final LaneLimits OF_ONE_GATEWAY = new LaneLimits(4, 2);
    /** A site, a client, what is to be done, and a login with each. */
    private static final int CALLS = 6;

    private static final Duration BESIDE = Duration.ofSeconds(30);
    /** A guest waits before the page at first, an administrator looks into it then. */
    private static final Pauses PAUSES = new Pauses(
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5));

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final PassTable passes;
    private final ControllerTable controllers;
    private final ControllerApis apis;
    private final PassOutcomes outcomes;
    private final GatewayRepository gateways;
    private final Identification identification;
    private final Admissions admissions;
    private final ControllerMetrics metrics;
    private final ControllerSettings settings;
    private final Clock clock;
    private final WorkQueue queue;

    Passes(
            PassTable passes,
            ControllerTable controllers,
            ControllerApis apis,
            PassOutcomes outcomes,
            GatewayRepository gateways,
            Identification identification,
            Admissions admissions,
            ControllerMetrics metrics,
            ControllerSettings settings,
            WorkQueues queues,
            Clock clock) {
        this.passes = passes;
        this.controllers = controllers;
        this.apis = apis;
        this.outcomes = outcomes;
        this.gateways = gateways;
        this.identification = identification;
        this.admissions = admissions;
        this.metrics = metrics;
        this.settings = settings;
        this.clock = clock;
        Duration lease = settings.timeout().multipliedBy(CALLS).plus(BESIDE);
        this.queue = queues.open(PassTable.QUEUE, OF_ONE_GATEWAY, lease, this::carryOut);
    }

    @Job(value = "controllers", every = "${propusk.controller.interval}")
    public void carryOutDue() {
        queue.work();
    }

    private void carryOut(Leased row) {
        passes.find(row).ifPresent(pass -> {
            Optional<Controller> controller = controllers.find(pass.contract(), pass.gateway());
            Optional<Gateway> gateway = gateways.findByContractAndId(pass.contract(), pass.gateway());
            if (controller.isEmpty() || gateway.isEmpty()) {
                outcomes.forget(pass);
            } else {
                carryOut(pass, new Told(controller.get(), gateway.get()));
            }
        });
    }

    /** Who is told. */
    private record Told(Controller controller, Gateway gateway) {}

    private void carryOut(Pass pass, Told told) {
        Optional<Identified> identified = identification.find(pass.contract(), pass.device());
        try {
            if (identified.isPresent()) {
                letIn(pass, told, identified.get());
            } else {
                putOff(pass, told);
            }
        } catch (ControllerFailureException e) {
            metrics.failed(e.failure());
            outcomes.failed(
                    pass,
                    told.controller(),
                    told.gateway(),
                    e.failure(),
                    clock.instant(),
                    PAUSES.after(pass.row().tries()).orElse(LONGEST_PAUSE));
        }
    }

    /** For whole minutes, never longer than the token lives: in its last one nothing is left to be said. */
    private void letIn(Pass pass, Told told, Identified identified) {
        Instant now = clock.instant();
        Duration rest =
                identified.until().map(end -> Duration.between(now, end)).orElse(settings.renewal());
        Duration time = shorter(rest, settings.renewal()).truncatedTo(ChronoUnit.MINUTES);
        if (time.isZero()) {
            outcomes.rest(pass, now.plus(rest));
            return;
        }
        Instant until = now.plus(time);
        outcomes.ask(pass, until);
        apis.of(told.controller()).letIn(pass.device(), time);
        metrics.done();
        admissions.connect(GatewayCaller.of(told.gateway()), pass.device());
        outcomes.letIn(pass, told.controller(), told.gateway(), until, next(until, identified));
    }

    /** The token's end where the controller's minutes reach it, or else a little before they are out. */
    private Instant next(Instant until, Identified identified) {
        return identified
                .until()
                .filter(end -> Duration.between(until, end).compareTo(Duration.ofMinutes(1)) < 0)
                .orElseGet(() -> until.minus(settings.lead()));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Whom it can't have in, because nobody asked or the time is out, it need not put off. */
    private void putOff(Pass pass, Told told) {
        if (!pass.mayBeOpen(clock.instant())) {
            outcomes.forget(pass);
            return;
        }
        apis.of(told.controller()).putOff(pass.device());
        metrics.done();
        outcomes.putOff(pass, told.controller(), told.gateway());
    }

    /** Waits until what was begun is done. @return whether that came in time */
    public boolean awaitRest(Duration most) {
        return queue.awaitRest(most);
    }

    @Override
    public void destroy() {
        queue.close();
    }
}
