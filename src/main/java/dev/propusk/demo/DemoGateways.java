package dev.propusk.demo;

import dev.propusk.contract.Contract;
import dev.propusk.contract.Contracts;
import dev.propusk.gateway.GatewayKeys;
import dev.propusk.gateway.GatewayKind;
import dev.propusk.gateway.Gateways;
import dev.propusk.gateway.NewGateway;
import dev.propusk.security.ActingAs;
import java.net.URI;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Gives each demo network a gateway, with a key and a RADIUS secret that everybody knows. */
@Component
@Profile("demo")
@Order(10)
class DemoGateways implements ApplicationRunner {
    private static final String SECRET = "propusk-demo";

    private final Contracts contracts;
    private final Gateways gateways;
    private final GatewayKeys keys;

    DemoGateways(Contracts contracts, Gateways gateways, GatewayKeys keys) {
        this.contracts = contracts;
        this.gateways = gateways;
        this.keys = keys;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        // not this machine's own address: who opens the portal here is a stranger on the open page
        add("hotel", "Шлюз в холле", GatewayKind.MIKROTIK, "127.0.0.2", "http://10.5.50.1/login");
        add("cafe", "Шлюз у бара", GatewayKind.OTHER, "127.0.0.3", "http://10.6.50.1");
    }

    private void add(String slug, String name, GatewayKind kind, String address, String login) {
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
            ActingAs.administrator(() -> gateways.addWithKey(contract.id(), terms, key));
        }
    }
}
