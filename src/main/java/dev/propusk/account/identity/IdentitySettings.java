package dev.propusk.account.identity;

import dev.propusk.base.StartRefusedException;
import dev.propusk.security.Role;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * Sign-in by a provider of identities (OpenID Connect), and what its claims are good for. All claims are read from the ID
 * token; a dot leads into one that is an object.
 *
 * @param issuer the provider's issuer, exactly as it calls itself; null: off
 * @param clientId as which we are registered there
 * @param clientSecret what we prove that by
 * @param scopes what is asked for
 * @param label what the button on the sign-in page says; null: a sentence of ours
 * @param loginClaim what the login is called, where an identity comes for the first time; people must not be able to choose it
 * @param rolesClaim a word or a list of words
 * @param roles for which of those words somebody gets which role
 * @param contractClaim the number of the contract of an owner or an operator
 * @param makeLogins whether a login is made for whoever has a role and none yet
 * @param secondFactor whether who comes from there never owes a second factor here
 * @param secondFactorAmr by which methods (RFC 8176) none is owed
 * @param secondFactorAcr at which levels none is owed; asked for, too
 * @param only roles that sign in by the provider alone, by neither password nor passkey
 */
@ConfigurationProperties("propusk.oidc")
public record IdentitySettings(
        @Nullable URI issuer,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @DefaultValue({OPENID, "profile"}) Set<String> scopes,
        @Nullable String label,
        @DefaultValue("preferred_username") String loginClaim,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue Words roles,
        @DefaultValue("contract") String contractClaim,
        @DefaultValue("true") boolean makeLogins,
        @DefaultValue("false") boolean secondFactor,
        @DefaultValue("mfa") Set<String> secondFactorAmr,
        @DefaultValue List<String> secondFactorAcr,
        @DefaultValue Set<Role> only) {
    private static final String OPENID = "openid";
    private static final String REMEDY = "Set propusk.oidc.issuer, .client-id and .client-secret, or none of them.";

    /**
     * Which words give which role; a role without one is given to nobody.
     *
     * @param owner for contracts where an administrator allows it, as an operator's
     */
    public record Words(
            @DefaultValue Set<String> owner,
            @DefaultValue Set<String> operator,
            @DefaultValue Set<String> support,
            @DefaultValue Set<String> admin) {
        Set<String> of(Role role) {
            return switch (role) {
                case OWNER -> owner;
                case OPERATOR -> operator;
                case SUPPORT -> support;
                case ADMIN -> admin;
            };
        }
    }

    /**
     * Takes them as they were set; what is blank is not set.
     *
     * @throws StartRefusedException where nobody could sign in so, or anybody on the way could read along
     */
    public IdentitySettings {
        issuer = issuer == null || issuer.toString().isBlank() ? null : issuer;
        clientId = StringUtils.hasText(clientId) ? clientId : null;
        clientSecret = StringUtils.hasText(clientSecret) ? clientSecret : null;
        label = StringUtils.hasText(label) ? label : null;
        if (issuer == null) {
            check(
                    only.isEmpty(),
                    "propusk.oidc.only is set, and no propusk.oidc.issuer: nobody of " + only + " could sign in.",
                    REMEDY);
            check(
                    clientId == null && clientSecret == null,
                    "propusk.oidc.client-id or .client-secret is set, and no propusk.oidc.issuer.",
                    REMEDY);
        } else {
            checkIssuer(issuer);
            check(
                    clientId != null && clientSecret != null,
                    "propusk.oidc.client-id or .client-secret is not set.",
                    REMEDY);
            check(
                    scopes.contains(OPENID),
                    "propusk.oidc.scopes is " + String.join(",", scopes) + ", without " + OPENID + ".",
                    "Add it: without it the provider sends no ID token.");
            for (String claim : List.of(loginClaim, rolesClaim, contractClaim)) {
                check(
                        StringUtils.hasText(claim),
                        "propusk.oidc.login-claim, .roles-claim or .contract-claim is empty.",
                        "Name the claim, or leave the setting out for the default.");
            }
            checkRoles(roles, only);
        }
    }

    public boolean isOn() {
        return issuer != null;
    }

    /** Whether nobody on the way there can read along. */
    static boolean isSafe(URI address) {
        return address.getHost() != null && ("https".equals(address.getScheme()) || isThisMachine(address));
    }

    private static void checkIssuer(URI issuer) {
        check(
                isSafe(issuer),
                "propusk.oidc.issuer is " + issuer + ", which does not begin with https:// and a host.",
                "Give the provider an address with TLS; without it only one on this machine is believed.");
        check(
                issuer.getUserInfo() == null && issuer.getQuery() == null && issuer.getFragment() == null,
                "propusk.oidc.issuer has a user, a ? or a # in it, which no issuer has.",
                "Set it to what the provider's own description calls issuer, letter by letter.");
    }

    private static void checkRoles(Words roles, Set<Role> only) {
        check(
                Stream.of(Role.values()).anyMatch(role -> !roles.of(role).isEmpty()),
                "No propusk.oidc.roles is set: the provider's people could be nothing here.",
                "Say which words of the provider give which role, such as propusk.oidc.roles.admin=wifi-admins.");
        for (Role role : only) {
            String name = "propusk.oidc.roles." + role.name().toLowerCase(Locale.ROOT);
            check(
                    !roles.of(role).isEmpty(),
                    "propusk.oidc.only has " + role + ", and " + name
                            + " is not set: nobody of that role could sign in.",
                    "Set " + name + " to the provider's word for them, or take " + role + " out of propusk.oidc.only.");
        }
    }

    private static void check(boolean isRight, String says, String remedy) {
        if (!isRight) {
            throw new StartRefusedException(says, remedy);
        }
    }

    private static boolean isThisMachine(URI address) {
        return "http".equals(address.getScheme()) && address.getHost().matches("localhost|127(\\.\\d{1,3}){3}|\\[::1]");
    }
}
