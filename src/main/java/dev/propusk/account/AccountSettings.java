package dev.propusk.account;

import dev.propusk.security.Role;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How logins are kept safe.
 *
 * @param secondFactorRequired whether anybody has to give a code from a device
 * @param secondFactorRoles who has to, if so; an owner may ask it of everybody in their contract besides
 */
@ConfigurationProperties("propusk")
public record AccountSettings(
        @DefaultValue("true") boolean secondFactorRequired,
        @DefaultValue({"SUPPORT", "ADMIN"}) Set<Role> secondFactorRoles) {
    public boolean requiresSecondFactor(Role role) {
        return secondFactorRequired && secondFactorRoles.contains(role);
    }
}
