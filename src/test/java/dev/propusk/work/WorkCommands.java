package dev.propusk.work;

import dev.propusk.base.TimeOrderedId;
import dev.propusk.contract.Contract;
import dev.propusk.faults.Commands;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Work is taken and given back. */
public final class WorkCommands implements Commands {
    private static final WorkTable TABLE =
            new WorkTable("webhook_delivery", "webhook_delivery_waiting", "next_at", "attempts");

    private final Leases leases;
    private final JdbcClient jdbc;

    WorkCommands(Leases leases, JdbcClient jdbc) {
        this.leases = leases;
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Command> all() {
        return Map.of(
                "Leases.lease",
                        hotel -> {
                            UUID id = waiting(hotel);
                            return () -> !leases.lease(TABLE, List.of(id), Duration.ofSeconds(30))
                                    .isEmpty();
                        },
                "Leases.giveBack",
                        hotel -> {
                            Leased row = leases.lease(TABLE, List.of(waiting(hotel)), Duration.ofSeconds(30))
                                    .getFirst();
                            return Executors.callable(() -> leases.giveBack(TABLE, row, Duration.ofSeconds(1)));
                        });
    }

    private UUID waiting(Contract hotel) {
        UUID id = TimeOrderedId.next();
        jdbc.sql("""
                        insert into webhook_delivery (id, contract_id, type, body, created_at, state, next_at)
                        values (?, ?, 'trial', '{}', now(), 'WAITING', '2000-01-01')
                        """).params(id, hotel.id().value()).update();
        return id;
    }
}
