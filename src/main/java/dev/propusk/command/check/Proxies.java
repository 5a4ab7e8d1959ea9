package dev.propusk.command.check;

import java.util.List;
import org.springframework.core.env.Environment;

/** Behind a TLS proxy, whether that proxy is believed: otherwise each guest comes from its address, and throttles meet all. */
record Proxies(Environment environment) implements Check {
    @Override
    public String name() {
        return "proxies";
    }

    @Override
    public List<Finding> look() {
        String address = environment.getProperty("propusk.public-url", "");
        boolean behindProxy = address.startsWith("https:")
                && !environment.containsProperty("server.ssl.bundle")
                && !environment.containsProperty("server.ssl.certificate")
                && !environment.containsProperty("server.ssl.key-store");
        boolean trustsOne = environment.containsProperty("propusk.trusted-proxies")
                || environment.containsProperty("propusk.trusted-proxies[0]");
        return List.of(
                behindProxy && !trustsOne
                        ? Finding.warning(
                                name(),
                                "Browsers come by TLS, but no proxy is trusted: everybody seems to come from the proxy's address.",
                                "Set propusk.trusted-proxies to the proxy's address, such as 127.0.0.1/32.")
                        : Finding.ok(name(), behindProxy ? "The proxy is trusted." : "No TLS proxy is expected."));
    }
}
