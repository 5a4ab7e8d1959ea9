package dev.propusk.gateway.controller;

import dev.propusk.gateway.InvalidGatewayException;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a controller is to be reached.
 *
 * @param address https with a host, at most 200 characters; a path goes before all others
 * @param site 1..64 characters
 * @param account 1..64 characters; null where the dialect wants none
 * @param secret the key or the password, 1..200 characters; null: the one it had
 * @param pinned null: what known authorities sign is believed
 */
public record ControllerTerms(
        Dialect dialect,
        URI address,
        String site,
        @Nullable String account,
        @Nullable String secret,
        @Nullable Fingerprint pinned) {
    private static final int LONGEST_ADDRESS = 200;
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_SECRET = 200;

    public ControllerTerms {
        check(isAddress(address.toString()), "address");
        check(isName(site), "site");
        check(dialect.wantsAccount() == (account != null), "account");
        check(account == null || isName(account), "account");
        check(secret == null || isSecret(secret), "secret");
    }

    /** Whether the one that is kept is reached just so, but for its secret. */
    boolean isOf(Controller kept) {
        return isSameLogin(kept) && site.equals(kept.site()) && Objects.equals(pinned, kept.pinned());
    }

    /** Only there does the secret that is kept stay: nobody can have it sent to where it was not given for. */
    boolean isSameLogin(Controller kept) {
        return dialect == kept.dialect() && address.equals(kept.address()) && Objects.equals(account, kept.account());
    }

    /** One without a slash at its end. */
    public static URI address(String text) {
        return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    }

    public static boolean isAddress(String text) {
        try {
            URI address = address(text);
            return text.length() <= LONGEST_ADDRESS
                    && address.toASCIIString().equals(address.toString())
                    && "https".equals(address.getScheme())
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null
                    && address.getPort() != 0
                    && address.getPort() < 65_536;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    public static boolean isName(String text) {
        return !text.isBlank() && text.length() <= LONGEST_NAME;
    }

    /** What can stand in a header and in JSON. */
    public static boolean isSecret(String text) {
        return text.length() <= LONGEST_SECRET && text.matches("[ -~\\u00a1-\\uffff]+") && !text.isBlank();
    }

    private static void check(boolean valid, String field) {
        if (!valid) {
            throw new InvalidGatewayException(field);
        }
    }
}
