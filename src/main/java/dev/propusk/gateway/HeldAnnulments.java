package dev.propusk.gateway;

import dev.propusk.base.MacAddress;
import dev.propusk.data.InstantConverter;
import dev.propusk.security.ContractId;
import dev.propusk.token.TokenId;
import dev.propusk.token.end.OtherNetworks;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** What a gateway would have ended in other networks beyond its allowance (rule 10); an administrator decides. */
@Service
@PreAuthorize("hasRole('ADMIN')")
public class HeldAnnulments {
    private final JdbcClient jdbc;
    private final OtherNetworks otherNetworks;

    HeldAnnulments(JdbcClient jdbc, OtherNetworks otherNetworks) {
        this.jdbc = jdbc;
        this.otherNetworks = otherNetworks;
    }

    /**
     * Those of one gateway.
     *
     * @param contract the gateway's own
     */
    public record Held(ContractId contract, GatewayId gateway, String name, int count, Instant since) {}

    public List<Held> all() {
        return jdbc.sql("""
                        select g.contract_id, g.id, g.name, count(*) as tokens, min(h.held_at) as since
                        from held_annulment h join gateway g on g.id = h.gateway_id
                        group by g.contract_id, g.id, g.name order by since
                        """)
                .query((row, number) -> new Held(
                        new ContractId(row.getObject("contract_id", UUID.class)),
                        new GatewayId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getInt("tokens"),
                        InstantConverter.instant(row, "since")))
                .list();
    }

    /** The devices really went there: their tokens of other networks end now. */
    public void carryOut(Held held) {
        Set<TokenId> tokens = jdbc
                .sql("select token_id from held_annulment where gateway_id = ?")
                .param(held.gateway().value())
                .query(UUID.class)
                .list()
                .stream()
                .map(TokenId::new)
                .collect(Collectors.toSet());
        jdbc.sql("select distinct mac from held_annulment where gateway_id = ?")
                .param(held.gateway().value())
                .query((row, number) -> MacAddress.of(row.getBytes("mac")))
                .list()
                .forEach(device ->
                        otherNetworks.deviceConnected(held.contract(), device, token -> tokens.contains(token.id())));
        forget(held);
    }

    /** The key was misused: the tokens stay. */
    public void discard(Held held) {
        forget(held);
    }

    private void forget(Held held) {
        jdbc.sql("delete from held_annulment where gateway_id = ?")
                .param(held.gateway().value())
                .update();
    }
}
