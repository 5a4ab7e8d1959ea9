package dev.propusk.security;

import dev.propusk.base.NetworkAddress;
import dev.propusk.base.NetworkRange;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is believed when it says for whom it asks (rule 19).
 *
 * @param trustedProxies addresses or ranges in CIDR notation, comma-separated; none: the socket's address counts
 */
@ConfigurationProperties("propusk")
record ProxySettings(@DefaultValue List<NetworkRange> trustedProxies) {
    boolean trusts(NetworkAddress address) {
        return trustedProxies.stream().anyMatch(range -> range.contains(address));
    }
}
