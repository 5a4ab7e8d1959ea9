package dev.propusk.gateway.trial;

import dev.propusk.base.NetworkAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where FreeRADIUS is, to try a gateway.
 *
 * @param server its host and the port of authentication, {@code radius.example.net:1812}, {@code [2001:db8::1]:1812}; empty: no
 *     gateway can be tried
 * @param source the application's own address, as FreeRADIUS sees it; empty: the one that leads there
 */
@ConfigurationProperties("propusk.radius.trial")
public record TrialSettings(
        @Nullable String server, @Nullable String source) {
    private static final Pattern PLACE = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^\\s:\\[\\]]+):([0-9]{1,5})");
    private static final int LAST_PORT = 65_535;

    /** @throws IllegalArgumentException where one of them is neither empty nor what it should be */
    public TrialSettings {
        server = given(server);
        source = given(source);
        if (server != null && port(server) == 0) {
            throw new IllegalArgumentException("host:port is wanted, such as radius.example.net:1812, not " + server);
        }
        if (source != null && NetworkAddress.read(source).isEmpty()) {
            throw new IllegalArgumentException("An IP address is wanted, not " + source);
        }
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** 0: it is no place. */
    private static int port(String place) {
        Matcher parts = PLACE.matcher(place);
        int port = parts.matches() ? Integer.parseInt(parts.group(2)) : 0;
        return port > LAST_PORT ? 0 : port;
    }

    boolean isSet() {
        return server != null;
    }

    /** Its name is looked up each time. */
    Optional<InetSocketAddress> place() {
        return Optional.ofNullable(server)
                .map(place -> new InetSocketAddress(place.substring(0, place.lastIndexOf(':')), port(place)));
    }

    Optional<NetworkAddress> from() {
        return Optional.ofNullable(source).flatMap(NetworkAddress::read);
    }
}
