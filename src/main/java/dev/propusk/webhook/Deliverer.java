package dev.propusk.webhook;

import static java.util.stream.Collectors.joining;

import dev.propusk.webhook.Deliveries.Due;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Delivers events, many at a time and beside all other jobs, until they arrive or are given up. */
@Component
class Deliverer implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(Deliverer.class);
    private static final int AT_ONCE = 32;
    private static final int OF_ONE_CONTRACT = 4;
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int BATCH = 1_000;

    private final Deliveries deliveries;
    private final HookTable hooks;
    private final HookClient client;
    private final Clock clock;
    private final ExecutorService workers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("hook-", 0).factory());
    private final AtomicBoolean isBusy = new AtomicBoolean();

    Deliverer(Deliveries deliveries, HookTable hooks, HookClient client, Clock clock) {
        this.deliveries = deliveries;
        this.hooks = hooks;
        this.client = client;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${propusk.webhook.interval:1s}")
    void start() {
        if (isBusy.compareAndSet(false, true)) {
            workers.execute(() -> {
                try {
                    deliverDue();
                } catch (RuntimeException e) {
                    log.warn("Events wait: {}", e.getMessage());
                } finally {
                    isBusy.set(false);
                }
            });
        }
    }

    /** Delivers what is due now. */
    void deliverDue() {
        List<Due> due = deliveries.due(AT_ONCE, OF_ONE_CONTRACT);
        while (!due.isEmpty()) {
            try (ExecutorService round = Executors.newVirtualThreadPerTaskExecutor()) {
                due.forEach(one -> round.execute(() -> deliver(one)));
            }
            due = deliveries.due(AT_ONCE, OF_ONE_CONTRACT);
        }
    }

    private void deliver(Due due) {
        try {
            if (deliveries.take(due)) {
                deliveries.finish(due, post(due));
            }
        } catch (RuntimeException e) {
            // it is taken again once its lease is over
            log.warn("An event of contract {} could not be delivered: {}", due.contract(), e.getMessage());
        }
    }

    private Outcome post(Due due) {
        return hooks.find(due.contract())
                .map(hook -> client.post(URI.create(hook.url()), headers(due), due.body()))
                .orElseGet(() -> Outcome.failed(DeliveryFailure.NO_ADDRESS));
    }

    private Map<String, String> headers(Due due) {
        long timestamp = clock.instant().getEpochSecond();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Propusk-Event", due.id().toString());
        headers.put("X-Propusk-Timestamp", String.valueOf(timestamp));
        headers.put(
                "X-Propusk-Signature",
                hooks.secrets(due.contract(), clock.instant()).stream()
                        .map(secret -> "v1=" + secret.sign(timestamp, due.body()))
                        .collect(joining(",")));
        return headers;
    }

    @Scheduled(fixedDelayString = "${propusk.webhook.forget-interval:1h}")
    void forgetOld() {
        int forgotten;
        do {
            forgotten = deliveries.forget(KEPT, BATCH);
        } while (forgotten == BATCH);
    }

    @Override
    public void destroy() {
        workers.shutdownNow();
    }
}
