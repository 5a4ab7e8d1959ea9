package dev.propusk.account;

import dev.propusk.security.Role;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How logins are kept safe.
 *
 * @param secondFactorRequired whether support and administrators have to give a code from a device
 */
@ConfigurationProperties("propusk")
public record AccountSettings(@DefaultValue("true") boolean secondFactorRequired) {
    public boolean requiresSecondFactor(Role role) {
        return secondFactorRequired && !role.isOfContract();
    }
}
