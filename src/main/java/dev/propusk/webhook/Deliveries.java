package dev.propusk.webhook;

import dev.propusk.data.Atomic;
import dev.propusk.data.InstantConverter;
import dev.propusk.security.ContractId;
import dev.propusk.work.Leased;
import dev.propusk.work.Pauses;
import dev.propusk.work.WorkQueues;
import dev.propusk.work.WorkTable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements behind {@link Deliverer}, and how many events wait: {@code propusk.webhook.waiting}. */
@Component
class Deliveries {
    static final WorkTable QUEUE = new WorkTable("webhook_delivery", "webhook_delivery_waiting", "next_at", "attempts");

    /** Longer each time, for about three days. */
    private static final Pauses PAUSES = new Pauses(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(20),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24),
            Duration.ofHours(24));

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Deliveries(JdbcClient jdbc, ApplicationEventPublisher events, WorkQueues queues, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
        queues.count(QUEUE, "propusk.webhook.waiting", "Events that wait to be delivered to customers' own systems");
    }

    Optional<String> body(ContractId contract, UUID id) {
        return jdbc.sql("select body from webhook_delivery where id = ? and contract_id = ?")
                .params(id, contract.value())
                .query(String.class)
                .optional();
    }

    /** Unless another node has taken it since. */
    @Atomic
    void finish(Leased row, Outcome outcome) {
        Instant now = clock.instant();
        Optional<Duration> pause =
                outcome.failure() == DeliveryFailure.NO_ADDRESS ? Optional.empty() : PAUSES.after(row.tries());
        DeliveryState state = outcome.isDelivered()
                ? DeliveryState.DELIVERED
                : pause.isPresent() ? DeliveryState.WAITING : DeliveryState.GIVEN_UP;
        int finished = jdbc.sql("""
                        update webhook_delivery
                        set state = :state, next_at = :next, last_at = :now, last_status = :status, last_reason = :reason
                        where id = :id and state = 'WAITING' and attempts = :attempt
                        """)
                .param("state", state.name())
                .param(
                        "next",
                        state == DeliveryState.WAITING
                                ? pause.map(now::plus)
                                        .map(InstantConverter::toUtc)
                                        .orElse(null)
                                : null)
                .param("now", InstantConverter.toUtc(now))
                .param("status", outcome.status())
                .param(
                        "reason",
                        outcome.failure() == null ? null : outcome.failure().name())
                .param("id", row.id())
                .param("attempt", row.tries())
                .update();
        if (finished > 0) {
            events.publishEvent(new DeliveryTried(
                    new ContractId(row.lane()), row.id(), state, outcome.status(), outcome.failure(), row.tries()));
        }
    }

    /** Forgets what is over for longer than that; at most so many. */
    int forget(Duration age, int most) {
        return jdbc.sql("delete from webhook_delivery where state <> 'WAITING' and created_at < ? limit " + most)
                .param(InstantConverter.toUtc(clock.instant().minus(age)))
                .update();
    }
}
