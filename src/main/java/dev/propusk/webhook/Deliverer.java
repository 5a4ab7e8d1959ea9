package dev.propusk.webhook;

import static java.util.stream.Collectors.joining;

import dev.propusk.security.ContractId;
import dev.propusk.work.Job;
import dev.propusk.work.LaneLimits;
import dev.propusk.work.Leased;
import dev.propusk.work.WorkQueue;
import dev.propusk.work.WorkQueues;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Delivers events, many at a time, until they arrive or are given up; each contract's have a lane of their own. */
@Component
class Deliverer implements DisposableBean {
    private static final LaneLimits OF_ONE_CONTRACT = new LaneLimits(4, 2);
    /** Beyond what a delivery may take: to ask for the name's address, and to write down what came of it. */
    private static final Duration BESIDE = Duration.ofSeconds(55);

    private static final Duration KEPT = Duration.ofDays(30);
    private static final int BATCH = 1_000;

    private final Deliveries deliveries;
    private final HookTable hooks;
    private final HookClient client;
    private final Clock clock;
    private final WorkQueue queue;

    Deliverer(
            Deliveries deliveries,
            HookTable hooks,
            HookClient client,
            WorkQueues queues,
            HookSettings settings,
            Clock clock) {
        this.deliveries = deliveries;
        this.hooks = hooks;
        this.client = client;
        this.clock = clock;
        this.queue = queues.open(
                Deliveries.QUEUE, OF_ONE_CONTRACT, settings.timeout().plus(BESIDE), this::deliver);
    }

    @Job(value = "webhook-deliveries", every = "${propusk.webhook.interval}")
    void deliverDue() {
        queue.work();
    }

    private void deliver(Leased row) {
        ContractId contract = new ContractId(row.lane());
        deliveries.body(contract, row.id()).ifPresent(body -> deliveries.finish(row, post(contract, row, body)));
    }

    private Outcome post(ContractId contract, Leased row, String body) {
        return hooks.find(contract)
                .map(hook -> client.post(URI.create(hook.url()), headers(contract, row, body), body))
                .orElseGet(() -> Outcome.failed(DeliveryFailure.NO_ADDRESS));
    }

    private Map<String, String> headers(ContractId contract, Leased row, String body) {
        long timestamp = clock.instant().getEpochSecond();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Propusk-Event", row.id().toString());
        headers.put("X-Propusk-Timestamp", String.valueOf(timestamp));
        headers.put(
                "X-Propusk-Signature",
                hooks.secrets(contract, clock.instant()).stream()
                        .map(secret -> "v1=" + secret.sign(timestamp, body))
                        .collect(joining(",")));
        return headers;
    }

    @Job(value = "webhook-retention", every = "${propusk.webhook.forget-interval}")
    void forgetOld() {
        int forgotten;
        do {
            forgotten = deliveries.forget(KEPT, BATCH);
        } while (forgotten == BATCH);
    }

    /** Waits until what was taken is delivered or has failed. @return whether that came in time */
    boolean awaitRest(Duration most) {
        return queue.awaitRest(most);
    }

    @Override
    public void destroy() {
        queue.close();
    }
}
