package dev.propusk.gateway.ui;

import dev.propusk.contract.Contract;
import dev.propusk.gateway.Gateway;
import dev.propusk.gateway.GatewayChange;
import dev.propusk.gateway.GatewayKind;
import dev.propusk.gateway.InvalidGatewayException;
import dev.propusk.gateway.NewGateway;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is typed about a gateway.
 *
 * @param radiusSecret empty: none, or the one it has
 * @param redirectSecret the same
 * @param logins one in a line
 * @param askAgainMinutes null: when the token ends
 */
public record GatewayAnswers(
        Contract contract,
        String name,
        GatewayKind kind,
        String nasIdentifier,
        String address,
        int disconnectPort,
        String radiusSecret,
        boolean forgetsRadiusSecret,
        String redirectSecret,
        boolean forgetsRedirectSecret,
        String logins,
        @Nullable Integer askAgainMinutes) {
    static GatewayAnswers of(Contract contract, Gateway gateway) {
        return new GatewayAnswers(
                contract,
                gateway.name(),
                gateway.kind(),
                gateway.nasIdentifier().orElse(""),
                gateway.address().orElse(""),
                gateway.disconnectPort(),
                "",
                false,
                "",
                false,
                gateway.logins().stream().map(URI::toString).collect(Collectors.joining("\n")),
                gateway.askAgainMinutes().orElse(null));
    }

    NewGateway terms() {
        return new NewGateway(
                name,
                kind,
                given(nasIdentifier),
                given(address),
                disconnectPort,
                given(radiusSecret),
                given(redirectSecret),
                addresses(logins),
                askAgainMinutes);
    }

    GatewayChange change() {
        return new GatewayChange(terms(), forgetsRadiusSecret, forgetsRedirectSecret);
    }

    static boolean mayBeLogins(String lines) {
        try {
            return NewGateway.mayBeLogins(addresses(lines));
        } catch (InvalidGatewayException e) {
            return false;
        }
    }

    private static List<URI> addresses(String lines) {
        return lines.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(NewGateway::login)
                .toList();
    }

    private static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }
}
