package dev.propusk.gateway.key;

import dev.propusk.base.AddressList;
import dev.propusk.data.Atomic;
import dev.propusk.gateway.Gateway;
import dev.propusk.gateway.GatewayId;
import dev.propusk.gateway.Gateways;
import dev.propusk.security.ContractId;
import dev.propusk.security.NeedsProof;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** From where each gateway may call with its key, which stands in plain text on the customer's equipment. */
@Service
public class KeyAddresses {
    private final Gateways gateways;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    KeyAddresses(Gateways gateways, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.gateways = gateways;
        this.jdbc = jdbc;
        this.events = events;
    }

    @PreAuthorize("hasRole('ADMIN')")
    public AddressList of(ContractId contract, GatewayId gateway) {
        return gateways.get(contract, gateway).keyAddresses();
    }

    /** From the next call on; from elsewhere the key is as good as unknown. */
    @PreAuthorize("hasRole('ADMIN')")
    @NeedsProof
    @Atomic
    public void limit(ContractId contract, GatewayId id, AddressList addresses) {
        Gateway gateway = gateways.get(contract, id);
        if (gateway.keyAddresses().equals(addresses)) {
            return;
        }
        String stored = addresses.stored();
        if (stored == null) {
            jdbc.sql("delete from gateway_key_addresses where gateway_id = ?")
                    .param(id.value())
                    .update();
        } else {
            jdbc.sql("""
                            insert into gateway_key_addresses (gateway_id, addresses) values (?, ?)
                            on duplicate key update addresses = values(addresses)
                            """).params(id.value(), stored).update();
        }
        events.publishEvent(new KeyLimited(contract, id, gateway.name(), addresses.toString()));
    }
}
