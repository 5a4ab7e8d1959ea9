package dev.propusk.token;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import dev.propusk.base.Atomic;
import dev.propusk.base.InstantConverter;
import dev.propusk.base.MacAddress;
import dev.propusk.security.ContractId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements behind {@link Expiry}: ids are read without locks, then only these rows are touched. */
@Component
class ExpiryTransaction {
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ExpiryTransaction(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** The longest due ones, by contract. */
    List<UUID> findDue(int most) {
        return jdbc
                .sql("""
                        select id, contract_id from token where state = 'ACTIVE' and expires_at <= :now
                        order by expires_at limit :most
                        """)
                .param("now", InstantConverter.toUtc(clock.instant()))
                .param("most", most)
                .query((row, number) ->
                        new Due(row.getObject("contract_id", UUID.class), row.getObject("id", UUID.class)))
                .list()
                .stream()
                .sorted(comparing(Due::contract))
                .map(Due::token)
                .toList();
    }

    private record Due(UUID contract, UUID token) {}

    /** Those of them that nobody else is at. */
    @Atomic
    int annul(List<UUID> due) {
        Map<ContractId, List<Ended>> ended = jdbc
                .sql("""
                        select id, contract_id, mac from token where id in (:due) and state = 'ACTIVE'
                        for update skip locked
                        """)
                .param("due", due)
                .query((row, number) -> new Ended(
                        new ContractId(row.getObject("contract_id", UUID.class)),
                        new TokenId(row.getObject("id", UUID.class)),
                        MacAddress.of(row.getBytes("mac"))))
                .stream()
                .collect(groupingBy(Ended::contract));
        List<UUID> ids = ended.values().stream()
                .flatMap(List::stream)
                .map(row -> row.token().value())
                .toList();
        if (ids.isEmpty()) {
            return 0;
        }
        int annulled = jdbc.sql("""
                        update token
                        set state = 'ANNULLED', annulment = 'EXPIRED', annulled_at = expires_at, version = version + 1
                        where id in (:ids)
                        """).param("ids", ids).update();
        events.publishEvent(new TermsOver(ended.entrySet().stream()
                .map(one -> new TokensExpired(
                        one.getKey(), one.getValue().stream().map(Ended::token).toList()))
                .toList()));
        events.publishEvent(new DevicesExpired(ended.values().stream()
                .flatMap(List::stream)
                .map(row -> new DevicesExpired.Device(row.contract(), row.device()))
                .collect(toSet())));
        return annulled;
    }

    private record Ended(ContractId contract, TokenId token, MacAddress device) {}
}
