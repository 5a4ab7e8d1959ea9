package dev.propusk.security;

import dev.propusk.base.NetworkAddress;
import dev.propusk.base.NetworkRange;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * From where the provider's own people work, support and administrators.
 *
 * @param staffAddresses addresses or ranges in CIDR notation, comma-separated; none: from everywhere
 */
@ConfigurationProperties("propusk")
public record StaffAddresses(@DefaultValue List<NetworkRange> staffAddresses) {
    /** Whether somebody of this role may be in the panel from there. */
    public boolean admit(Role role, String address) {
        return role.isOfContract()
                || staffAddresses.isEmpty()
                || NetworkAddress.read(address)
                        .filter(from -> staffAddresses.stream().anyMatch(range -> range.contains(from)))
                        .isPresent();
    }
}
