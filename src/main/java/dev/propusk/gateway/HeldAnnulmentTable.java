package dev.propusk.gateway;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import dev.propusk.base.MacAddress;
import dev.propusk.data.Atomic;
import dev.propusk.data.InstantConverter;
import dev.propusk.gateway.HeldAnnulments.Held;
import dev.propusk.security.ContractId;
import dev.propusk.token.TokenId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements behind {@link HeldAnnulments}. */
@Component
class HeldAnnulmentTable {
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    HeldAnnulmentTable(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    List<Held> all() {
        return jdbc.sql("""
                        select g.contract_id, g.id, g.name, count(*) as tokens,
                            min(h.held_at) as since, max(h.held_at) as until
                        from held_annulment h join gateway g on g.id = h.gateway_id
                        group by g.contract_id, g.id, g.name order by since
                        """)
                .query((row, number) -> new Held(
                        new ContractId(row.getObject("contract_id", UUID.class)),
                        new GatewayId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getInt("tokens"),
                        InstantConverter.instant(row, "since"),
                        InstantConverter.instant(row, "until")))
                .list();
    }

    /** By device, what whoever decides has seen; not what came since. */
    Map<MacAddress, Set<TokenId>> seen(Held held) {
        return jdbc
                .sql("select mac, token_id from held_annulment where gateway_id = ? and held_at <= ?")
                .params(held.gateway().value(), InstantConverter.toUtc(held.until()))
                .query((row, number) -> Map.entry(
                        MacAddress.of(row.getBytes("mac")), new TokenId(row.getObject("token_id", UUID.class))))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toSet())));
    }

    /** These are decided, and the journal says so; what was decided before, by another try or person, is passed over. */
    @Atomic
    void settle(Held held, Collection<TokenId> tokens, boolean carriedOut) {
        List<TokenId> settled = jdbc
                .sql(
                        "delete from held_annulment where gateway_id = :gateway and token_id in (:tokens) returning token_id")
                .param("gateway", held.gateway().value())
                .param("tokens", tokens.stream().map(TokenId::value).toList())
                .query(UUID.class)
                .list()
                .stream()
                .map(TokenId::new)
                .toList();
        if (!settled.isEmpty()) {
            events.publishEvent(
                    new HeldAnnulmentsDecided(held.gateway(), held.contract(), held.name(), carriedOut, settled));
        }
    }
}
