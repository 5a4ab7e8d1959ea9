package dev.propusk.bench.step;

import dev.propusk.TestGateways;
import dev.propusk.base.AddressList;
import dev.propusk.base.MacAddress;
import dev.propusk.base.TimeOrderedId;
import dev.propusk.bench.measure.Load;
import dev.propusk.bench.seed.Networks;
import dev.propusk.bench.seed.Scale;
import dev.propusk.bench.seed.Seed;
import dev.propusk.bench.seed.Seed.Unused;
import dev.propusk.contract.Contract;
import dev.propusk.gateway.GatewayId;
import dev.propusk.gateway.GatewayKind;
import dev.propusk.gateway.NewGateway;
import dev.propusk.gateway.freeradius.NewRadiusServer;
import dev.propusk.gateway.freeradius.RadiusServers;
import dev.propusk.security.ActingAs;
import dev.propusk.security.ContractId;
import dev.propusk.token.activate.Activation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Networks whose gateways speak RADIUS, each from an address of its own, with as many devices online as the bench has rows. */
final class RadiusNetworks {
    static final String SECRET = "shared-by-the-bench";
    private static final int MOST = 8;
    private static final int ONLINE = 100_000;

    private final TestGateways gateways;
    private final RadiusServers servers;
    private final Activation activation;
    private final Networks networks;
    private final Seed seed;
    private final Scale scale;
    private final Map<ContractId, Place> places = new LinkedHashMap<>();

    RadiusNetworks(
            TestGateways gateways,
            RadiusServers servers,
            Activation activation,
            Networks networks,
            Seed seed,
            Scale scale) {
        this.gateways = gateways;
        this.servers = servers;
        this.activation = activation;
        this.networks = networks;
        this.seed = seed;
        this.scale = scale;
    }

    void open() {
        for (Contract one : networks.many().stream().limit(MOST).toList()) {
            String address = "127.7.0." + (places.size() + 1);
            NewGateway terms = new NewGateway("Шлюз", GatewayKind.OTHER, null, address, 1, SECRET, null, List.of());
            places.put(
                    one.id(),
                    new Place(address, gateways.add(one, terms).gateway().id()));
        }
    }

    private record Place(String address, GatewayId gateway) {}

    /** A device at one of the gateways, and what its guest types. */
    record Guest(String from, String device, String code) {}

    List<String> addresses() {
        return places.values().stream().map(Place::address).toList();
    }

    Map<String, String> contracts() {
        return places.entrySet().stream()
                .collect(Collectors.toMap(
                        place -> place.getValue().address(),
                        place -> place.getKey().toString()));
    }

    /** For FreeRADIUS. */
    String key() {
        return ActingAs.administrator(
                () -> servers.add(TimeOrderedId.next(), new NewRadiusServer("FreeRADIUS", AddressList.EVERYWHERE))
                        .value());
    }

    /** Guests who have a code that nobody has entered yet. */
    List<Guest> arriving() throws Exception {
        List<Guest> guests = new ArrayList<>();
        for (Unused token : seed.unused(scale.each() * 4, places.size())) {
            guests.add(guest(token, Load.device()));
        }
        return guests;
    }

    /** Guests who are let in and online, among many others who are online. */
    List<Guest> online() throws Exception {
        List<Guest> guests = new ArrayList<>();
        for (Unused token : seed.unused(scale.each() * 4, places.size())) {
            MacAddress device = Load.device();
            activation.activate(token.contract(), token.code(), device);
            seed.execute(session(
                    token.contract(), "'" + written(device) + "'", "unhex('%012x')".formatted(device.bits()), ""));
            guests.add(guest(token, device));
        }
        for (ContractId contract : places.keySet()) {
            seed.execute(session(
                    contract,
                    "concat('s', seq)",
                    "unhex(lpad(hex(seq), 12, '0'))",
                    " from seq_1_to_" + Math.min(ONLINE, scale.rows()) / places.size()));
        }
        return guests;
    }

    private Guest guest(Unused token, MacAddress device) {
        return new Guest(
                place(token.contract()).address(), written(device), token.code().value());
    }

    private String session(ContractId contract, String id, String mac, String from) {
        return """
                insert into device_session
                    (id, contract_id, gateway_id, acct_session_id, mac, station, started_at, seen_at)
                select uuid(), '%s', '%s', %s, %s, 'bench', utc_timestamp(6), utc_timestamp(6)%s
                """.formatted(contract, place(contract).gateway(), id, mac, from);
    }

    private Place place(ContractId contract) {
        return Objects.requireNonNull(places.get(contract));
    }

    private static String written(MacAddress device) {
        return device.toString().replace(':', '-');
    }
}
