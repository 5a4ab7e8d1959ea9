package dev.propusk.webhook;

import dev.propusk.data.Atomic;
import dev.propusk.data.InstantConverter;
import dev.propusk.security.ContractId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements behind {@link Deliverer}: on several nodes each event is taken by one of them at a time. */
@Component
class Deliveries {
    /** Longer than a delivery can take: after it, whoever took the event has gone. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    Deliveries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is due, the oldest first, and of no contract more than a few: one that answers slowly delays no other. */
    List<Due> due(int most, int mostOfContract) {
        return jdbc.sql("""
                        select id, contract_id, attempts, body from webhook_delivery join (
                            select id, row_number() over (partition by contract_id order by next_at, id) as place
                            from webhook_delivery where state = 'WAITING' and next_at <= :now
                        ) due using (id)
                        where place <= :ofContract order by next_at, id limit :most
                        """)
                .param("now", InstantConverter.toUtc(clock.instant()))
                .param("ofContract", mostOfContract)
                .param("most", most)
                .query((row, number) -> new Due(
                        row.getObject("id", UUID.class),
                        new ContractId(row.getObject("contract_id", UUID.class)),
                        row.getInt("attempts") + 1,
                        row.getString("body")))
                .list();
    }

    /** Whether it is ours to deliver now. */
    @Atomic
    boolean take(Due due) {
        return jdbc.sql("""
                        update webhook_delivery set attempts = :attempt, next_at = :lease, last_at = :now
                        where id = :id and state = 'WAITING' and attempts = :attempt - 1 and next_at <= :now
                        """)
                        .param("attempt", due.attempt())
                        .param("lease", InstantConverter.toUtc(clock.instant().plus(LEASE)))
                        .param("now", InstantConverter.toUtc(clock.instant()))
                        .param("id", due.id())
                        .update()
                == 1;
    }

    @Atomic
    void finish(Due due, Outcome outcome) {
        Instant now = clock.instant();
        Optional<Duration> pause =
                outcome.failure() == DeliveryFailure.NO_ADDRESS ? Optional.empty() : Pauses.after(due.attempt());
        DeliveryState state = outcome.isDelivered()
                ? DeliveryState.DELIVERED
                : pause.isPresent() ? DeliveryState.WAITING : DeliveryState.GIVEN_UP;
        jdbc.sql("""
                        update webhook_delivery
                        set state = :state, next_at = :next, last_status = :status, last_reason = :reason
                        where id = :id and state = 'WAITING' and attempts = :attempt
                        """)
                .param("state", state.name())
                .param(
                        "next",
                        state == DeliveryState.WAITING ? InstantConverter.toUtc(now.plus(pause.orElseThrow())) : null)
                .param("status", outcome.status())
                .param(
                        "reason",
                        outcome.failure() == null ? null : outcome.failure().name())
                .param("id", due.id())
                .param("attempt", due.attempt())
                .update();
    }

    /** Forgets what is over for longer than that; at most so many. */
    int forget(Duration age, int most) {
        return jdbc.sql("delete from webhook_delivery where state <> 'WAITING' and created_at < ? limit " + most)
                .param(InstantConverter.toUtc(clock.instant().minus(age)))
                .update();
    }

    /** An event to be delivered, and which attempt it would be. */
    record Due(UUID id, ContractId contract, int attempt, String body) {}
}
