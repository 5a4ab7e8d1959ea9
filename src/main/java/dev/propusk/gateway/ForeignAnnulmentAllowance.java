package dev.propusk.gateway;

import dev.propusk.base.MacAddress;
import dev.propusk.data.Atomic;
import dev.propusk.data.InstantConverter;
import dev.propusk.token.Token;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many annulments in other networks a gateway may still cause: a slot each, free again an hour later. */
@Component
class ForeignAnnulmentAllowance {
    static final int PER_HOUR = 20;

    private static final Logger log = LoggerFactory.getLogger(ForeignAnnulmentAllowance.class);
    private static final Duration HOUR = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ForeignAnnulmentAllowance(JdbcClient jdbc, JdbcTemplate batches, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.events = events;
        this.clock = clock;
    }

    /** Part of the transaction that adds the gateway. */
    void allow(GatewayId gateway) {
        batches.batchUpdate(
                "insert into foreign_annulment (gateway_id, slot) values (?, ?)",
                IntStream.range(0, PER_HOUR)
                        .mapToObj(slot -> new Object[] {gateway.value(), slot})
                        .toList());
    }

    /** Takes one of the places; false where none was free. */
    @Atomic
    boolean claim(GatewayId gateway) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        update foreign_annulment set used_at = :now
                        where gateway_id = :gateway and used_at <= :before
                        order by used_at, slot limit 1
                        """)
                        .param("gateway", gateway.value())
                        .param("now", InstantConverter.toUtc(now))
                        .param("before", InstantConverter.toUtc(now.minus(HOUR)))
                        .update()
                == 1;
    }

    /** Written down once for each token; the first of an hour warns. */
    @Atomic
    void holdBack(GatewayCaller gateway, Token token, MacAddress device) {
        Instant now = clock.instant();
        boolean first = jdbc.sql("select max(held_at) from held_annulment where gateway_id = ?")
                .param(gateway.gateway().value())
                .query(LocalDateTime.class)
                .optional()
                .filter(last -> last.isAfter(InstantConverter.toUtc(now.minus(HOUR))))
                .isEmpty();
        int held = jdbc.sql("""
                        insert ignore into held_annulment (token_id, contract_id, gateway_id, mac, held_at)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(
                        token.id().value(),
                        token.contract().value(),
                        gateway.gateway().value(),
                        device.bytes(),
                        InstantConverter.toUtc(now))
                .update();
        if (held == 1 && first) {
            log.warn(
                    "Gateway {} of contract {} ends more tokens of other networks than a gateway should; they are held back",
                    gateway.name(),
                    gateway.contract());
            events.publishEvent(new AnnulmentsHeldBack(gateway.gateway(), gateway.contract(), gateway.name()));
        }
    }
}
