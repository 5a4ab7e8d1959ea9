package dev.propusk.gateway;

import dev.propusk.gateway.kind.OwnMeanings;
import dev.propusk.gateway.origin.Signs;
import dev.propusk.gateway.origin.Sources;
import dev.propusk.gateway.redirect.WebAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway is described with.
 *
 * @param name 1..64 characters
 * @param sources from where it speaks; to the first single address goes a Disconnect-Request whose session tells no other,
 *     and behind it its guests may stand
 * @param signs what tells its packets from those of others that speak from there
 * @param disconnectPort where it listens for a Disconnect-Request (RFC 5176: 3799)
 * @param radiusSecret shared with it for RADIUS, 8..128 printable ASCII characters; null: none, or the one it had
 * @param redirectSecret what it signs its redirect to the portal with (CoovaChilli's {@code uamsecret}); null: none, or
 *     the one it had
 * @param askAgainMinutes after so many minutes at the most it asks about a device anew, 1..1440: where no Disconnect-Request
 *     reaches it; null: when the token ends
 * @param logins where the portal may lead a guest back to: at most 10 http or https addresses
 * @param meanings in what its packets mean something else than those of its kind
 */
public record NewGateway(
        String name,
        GatewayKind kind,
        Sources sources,
        Signs signs,
        int disconnectPort,
        @Nullable String radiusSecret,
        @Nullable String redirectSecret,
        List<URI> logins,
        @Nullable Integer askAgainMinutes,
        OwnMeanings meanings) {
    public static final int DISCONNECT_PORT = 3799;

    private static final int MOST_LOGINS = 10;
    private static final int LONGEST_LOGIN = 200;
    private static final int MADE = 32;
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    public NewGateway {
        check(isName(name), "name");
        check(isPort(disconnectPort), "disconnectPort");
        check(radiusSecret == null || isSecret(radiusSecret), "radiusSecret");
        check(redirectSecret == null || isSecret(redirectSecret), "redirectSecret");
        check(mayBeLogins(logins), "logins");
        check(askAgainMinutes == null || isAskAgain(askAgainMinutes), "askAgainMinutes");
        name = name.strip();
        logins = List.copyOf(logins);
    }

    /** One with an address and a name of its own at most, that asks again when the token ends. */
    public NewGateway(
            String name,
            GatewayKind kind,
            @Nullable String nasIdentifier,
            @Nullable String address,
            int disconnectPort,
            @Nullable String radiusSecret,
            @Nullable String redirectSecret,
            List<URI> logins) {
        this(
                name,
                kind,
                sources(address),
                signs(nasIdentifier),
                disconnectPort,
                radiusSecret,
                redirectSecret,
                logins,
                null);
    }

    /** One whose packets mean what those of its kind do. */
    public NewGateway(
            String name,
            GatewayKind kind,
            Sources sources,
            Signs signs,
            int disconnectPort,
            @Nullable String radiusSecret,
            @Nullable String redirectSecret,
            List<URI> logins,
            @Nullable Integer askAgainMinutes) {
        this(
                name,
                kind,
                sources,
                signs,
                disconnectPort,
                radiusSecret,
                redirectSecret,
                logins,
                askAgainMinutes,
                OwnMeanings.NONE);
    }

    private static Sources sources(@Nullable String address) {
        check(address == null || Sources.areSome(address), "address");
        return address == null ? Sources.NOWHERE : Sources.parse(address);
    }

    private static Signs signs(@Nullable String nasIdentifier) {
        check(nasIdentifier == null || Signs.isNasIdentifier(nasIdentifier), "nasIdentifier");
        return Signs.by(Optional.ofNullable(nasIdentifier));
    }

    NewGateway withSecrets(@Nullable String radius, @Nullable String redirect) {
        return new NewGateway(
                name, kind, sources, signs, disconnectPort, radius, redirect, logins, askAgainMinutes, meanings);
    }

    /** One that asks with its key alone. */
    public static NewGateway named(String name, GatewayKind kind) {
        return new NewGateway(name, kind, null, null, kind.farewell().port(), null, null, List.of());
    }

    /**
     * Reads the address of a login page.
     *
     * @throws InvalidGatewayException where the text is no address
     */
    public static URI login(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidGatewayException("logins");
        }
    }

    public static boolean isName(String text) {
        return !text.isBlank() && text.length() <= 64;
    }

    public static boolean isPort(int number) {
        return number > 0 && number < 65_536;
    }

    public static boolean isAskAgain(int minutes) {
        return minutes > 0 && minutes <= 24 * 60;
    }

    public static boolean mayBeLogins(List<URI> addresses) {
        return addresses.size() <= MOST_LOGINS && addresses.stream().allMatch(NewGateway::isLogin);
    }

    public static boolean isSecret(String secret) {
        return secret.matches("[!-~]{8,128}");
    }

    /** One that is set from now on: every guest is handed a signature by it, and may try secrets against that at home. */
    public static boolean isRedirectSecret(String secret) {
        return secret.matches("[!-~]{20,128}");
    }

    /** A secret that nobody guesses, in letters that every gateway's page takes. */
    public static String madeSecret(RandomGenerator random) {
        return random.ints(MADE, 0, LETTERS.length())
                .mapToObj(i -> LETTERS.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    private static boolean isLogin(URI address) {
        return WebAddress.isOne(address) && address.toString().length() <= LONGEST_LOGIN;
    }

    private static void check(boolean valid, String field) {
        if (!valid) {
            throw new InvalidGatewayException(field);
        }
    }
}
