package dev.propusk.gateway.guest;

import dev.propusk.base.MacAddress;
import dev.propusk.base.NetworkAddress;
import dev.propusk.gateway.CrossContractGateways;
import dev.propusk.gateway.Gateway;
import dev.propusk.gateway.GatewayId;
import dev.propusk.gateway.origin.CrossContractOrigins;
import dev.propusk.gateway.redirect.Led;
import dev.propusk.security.ContractId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * In which network a guest is whom equipment led to no network's portal, but to the host alone. Only the portal's page follows
 * from it, which is open to everybody.
 */
@Service
@Transactional(readOnly = true)
public class CrossContractRedirects {
    /** Of networks with the same name. */
    private static final int MOST = 100;

    private final CrossContractGateways gateways;
    private final CrossContractOrigins origins;
    private final JdbcClient jdbc;

    CrossContractRedirects(CrossContractGateways gateways, CrossContractOrigins origins, JdbcClient jdbc) {
        this.gateways = gateways;
        this.origins = origins;
        this.jdbc = jdbc;
    }

    /**
     * The one network with a gateway of this kind that the guest's address, the access point or the network's name tells; of
     * several, all of them together have to tell one.
     */
    public Optional<ContractId> network(Led led, NetworkAddress client) {
        List<Gateway> known = known(led, client);
        List<Predicate<Gateway>> signs = List.of(
                gateway -> gateway.sources().contain(client),
                gateway -> isAt(gateway, led.accessPoint()),
                gateway -> led.network()
                        .filter(name -> gateway.signs().ssids().contains(name))
                        .isPresent());
        for (Predicate<Gateway> sign : signs) {
            List<Gateway> told = known.stream().filter(sign).toList();
            known = told.isEmpty() ? known : told;
        }
        List<ContractId> networks =
                known.stream().map(Gateway::contract).distinct().toList();
        return networks.size() == 1 ? Optional.of(networks.getFirst()) : Optional.empty();
    }

    private List<Gateway> known(Led led, NetworkAddress client) {
        List<GatewayId> ids = Stream.concat(
                        origins.around(client).stream(), led.network().stream().flatMap(this::named))
                .distinct()
                .map(GatewayId::new)
                .toList();
        return ids.isEmpty()
                ? List.of()
                : gateways.findInUse(ids).stream()
                        .filter(gateway -> gateway.kind().redirect() == led.by())
                        .toList();
    }

    /** Gateways of networks that have this name. */
    private Stream<UUID> named(String network) {
        return jdbc
                .sql("select g.id from contract c join gateway g on g.contract_id = c.id "
                        + "where c.ssid = :network and g.removed_at is null limit " + MOST)
                .param("network", network)
                .query(UUID.class)
                .list()
                .stream();
    }

    private static boolean isAt(Gateway gateway, Optional<MacAddress> accessPoint) {
        return accessPoint.isPresent()
                && gateway.signs().nasIdentifiers().stream()
                        .anyMatch(name -> MacAddress.read(name).equals(accessPoint));
    }
}
