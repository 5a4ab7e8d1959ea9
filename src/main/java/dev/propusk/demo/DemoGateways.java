package dev.propusk.demo;

import dev.propusk.base.AddressBlock;
import dev.propusk.base.AddressList;
import dev.propusk.base.MacAddress;
import dev.propusk.base.TimeOrderedId;
import dev.propusk.contract.Contract;
import dev.propusk.contract.Contracts;
import dev.propusk.gateway.GatewayCaller;
import dev.propusk.gateway.GatewayId;
import dev.propusk.gateway.GatewayKeys;
import dev.propusk.gateway.GatewayKind;
import dev.propusk.gateway.Gateways;
import dev.propusk.gateway.NewGateway;
import dev.propusk.gateway.freeradius.NewRadiusServer;
import dev.propusk.gateway.freeradius.RadiusServerKeys;
import dev.propusk.gateway.freeradius.RadiusServers;
import dev.propusk.gateway.session.Accounting;
import dev.propusk.gateway.session.AccountingReport;
import dev.propusk.gateway.session.AccountingReport.Kind;
import dev.propusk.gateway.session.NasName;
import dev.propusk.gateway.session.Octets;
import dev.propusk.gateway.session.ReportedTimes;
import dev.propusk.security.ActingAs;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Gives each demo network a gateway, and this machine's FreeRADIUS a key, all of which everybody knows. */
@Component
@Profile("demo & !command")
@Order(10)
class DemoGateways implements ApplicationRunner {
    private static final String SECRET = "propusk-demo";
    private static final String SERVER_KEY = "rk_demo";

    private final Contracts contracts;
    private final Gateways gateways;
    private final GatewayKeys keys;
    private final RadiusServers servers;
    private final RadiusServerKeys serverKeys;
    private final Accounting accounting;

    DemoGateways(
            Contracts contracts,
            Gateways gateways,
            GatewayKeys keys,
            RadiusServers servers,
            RadiusServerKeys serverKeys,
            Accounting accounting) {
        this.contracts = contracts;
        this.gateways = gateways;
        this.keys = keys;
        this.servers = servers;
        this.serverKeys = serverKeys;
        this.accounting = accounting;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        // not this machine's own address: who opens the portal here is a stranger on the open page
        add("hotel", "Шлюз в холле", GatewayKind.MIKROTIK, "127.0.0.2", "http://10.5.50.1/login", 0xACDE_4801_0000L);
        add("cafe", "Шлюз у бара", GatewayKind.OTHER, "127.0.0.3", "http://10.6.50.1", 0xACDE_4802_0000L);
        addServer();
    }

    private void addServer() {
        if (serverKeys.find(SERVER_KEY, "127.0.0.1").isEmpty()) {
            AddressList here = AddressList.parse("127.0.0.0/8, ::1");
            NewRadiusServer terms = new NewRadiusServer("FreeRADIUS на этом компьютере", here);
            ActingAs.administrator(() -> servers.addWithKey(TimeOrderedId.next(), terms, SERVER_KEY));
        }
    }

    /** @param devices the first of the network's own, as {@link DemoData} has let them in */
    private void add(String slug, String name, GatewayKind kind, String address, String login, long devices) {
        String key = "gk_demo_" + slug;
        if (keys.find(key).isEmpty()) {
            Contract contract = contracts.findBySlug(slug).orElseThrow();
            NewGateway terms = new NewGateway(
                    name,
                    kind,
                    slug + "-gw",
                    address,
                    NewGateway.DISCONNECT_PORT,
                    SECRET,
                    SECRET,
                    List.of(URI.create(login)));
            ActingAs.administrator(() -> gateways.addWithKey(contract.id(), GatewayId.next(), terms, key));
            GatewayCaller gateway = keys.find(key).orElseThrow();
            for (int i = 1; i <= 3; i++) {
                report(gateway, Kind.START, new MacAddress(devices + i));
                report(gateway, Kind.STOP, new MacAddress(devices + 0x200 + i - 1));
            }
        }
    }

    private void report(GatewayCaller gateway, Kind kind, MacAddress device) {
        long last = device.bits() & 0xFF;
        Duration ago = Duration.ofMinutes(40 + last);
        accounting.report(
                gateway,
                new AccountingReport(
                        kind,
                        NasName.NONE,
                        "demo-" + device,
                        device,
                        device.toString(),
                        null,
                        null,
                        AddressBlock.read("10.5.50." + (20 + last)).stream().toList(),
                        new Octets(last * 7_654_321, true),
                        new Octets(last * 98_765_432, true),
                        new ReportedTimes(kind == Kind.START ? ago : Duration.ZERO, null, ago),
                        kind == Kind.STOP ? "User-Request" : null));
    }
}
