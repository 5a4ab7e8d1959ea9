package dev.propusk.gateway.key;

import dev.propusk.gateway.GatewayId;
import dev.propusk.security.ContractId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The key that each gateway had before: it opens nothing, and says who has to be given the new one. */
@Component
public class KeysBefore {
    private final JdbcClient jdbc;

    KeysBefore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose a key was. */
    public record Owner(ContractId contract, GatewayId gateway) {}

    /** Another one holds from now on; the one before this is forgotten. */
    public void replaced(ContractId contract, GatewayId gateway, byte[] hash) {
        jdbc.sql("""
                        insert into gateway_key_before (gateway_id, contract_id, key_hash) values (?, ?, ?)
                        on duplicate key update key_hash = values(key_hash)
                        """).params(gateway.value(), contract.value(), hash).update();
    }

    public Optional<Owner> ownerOf(byte[] hash) {
        return jdbc.sql("""
                        select b.contract_id, b.gateway_id from gateway_key_before b
                        join gateway g on g.id = b.gateway_id where b.key_hash = ? and g.removed_at is null
                        """)
                .param(hash)
                .query((row, number) -> new Owner(
                        new ContractId(row.getObject("contract_id", UUID.class)),
                        new GatewayId(row.getObject("gateway_id", UUID.class))))
                .optional();
    }
}
