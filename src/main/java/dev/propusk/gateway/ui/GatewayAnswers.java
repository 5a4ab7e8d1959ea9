package dev.propusk.gateway.ui;

import dev.propusk.contract.Contract;
import dev.propusk.gateway.Gateway;
import dev.propusk.gateway.GatewayChange;
import dev.propusk.gateway.GatewayKind;
import dev.propusk.gateway.InvalidGatewayException;
import dev.propusk.gateway.NewGateway;
import dev.propusk.gateway.kind.DevicePlace;
import dev.propusk.gateway.kind.OwnMeanings;
import dev.propusk.gateway.origin.InvalidSignException;
import dev.propusk.gateway.origin.Signs;
import dev.propusk.gateway.origin.Sources;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is typed about a gateway.
 *
 * @param address several by commas
 * @param nasIdentifier one in a line, as the SSIDs; realms and VLANs by commas
 * @param radiusSecret empty: none, or the one it has
 * @param redirectSecret the same
 * @param logins one in a line
 * @param askAgainMinutes null: when the token ends
 * @param refusedIsHere null, as with the two that follow: as with others of its kind
 */
public record GatewayAnswers(
        Contract contract,
        String name,
        GatewayKind kind,
        String address,
        String nasIdentifier,
        String ssid,
        String realm,
        String vlan,
        int disconnectPort,
        String radiusSecret,
        boolean forgetsRadiusSecret,
        String redirectSecret,
        boolean forgetsRedirectSecret,
        String logins,
        @Nullable Integer askAgainMinutes,
        @Nullable Boolean refusedIsHere,
        @Nullable Boolean putsOffStrangers,
        @Nullable DevicePlace devicePlace) {
    static GatewayAnswers of(Contract contract, Gateway gateway) {
        return new GatewayAnswers(
                contract,
                gateway.name(),
                gateway.kind(),
                gateway.sources().toString(),
                lines(gateway.signs().nasIdentifiers()),
                lines(gateway.signs().ssids()),
                String.join(", ", gateway.signs().realms()),
                gateway.signs().vlans().stream().map(Object::toString).collect(Collectors.joining(", ")),
                gateway.disconnectPort(),
                "",
                false,
                "",
                false,
                gateway.logins().stream().map(URI::toString).collect(Collectors.joining("\n")),
                gateway.askAgainMinutes().orElse(null),
                gateway.ownMeanings().refusedIsHere(),
                gateway.ownMeanings().putsOffStrangers(),
                gateway.ownMeanings().device());
    }

    NewGateway terms() {
        return new NewGateway(
                name,
                kind,
                Sources.parse(address),
                new Signs(lines(ssid), lines(nasIdentifier), words(realm), vlans(vlan)),
                disconnectPort,
                given(radiusSecret),
                given(redirectSecret),
                addresses(logins),
                askAgainMinutes,
                new OwnMeanings(refusedIsHere, putsOffStrangers, devicePlace));
    }

    GatewayChange change() {
        return new GatewayChange(terms(), forgetsRadiusSecret, forgetsRedirectSecret);
    }

    /** Whether something is a list of signs: what reads it throws where it is none. */
    static boolean areSigns(Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (InvalidSignException | NumberFormatException e) {
            return false;
        }
    }

    static Signs ofSsids(String lines) {
        return new Signs(lines(lines), List.of(), List.of(), List.of());
    }

    static Signs ofNames(String lines) {
        return new Signs(List.of(), lines(lines), List.of(), List.of());
    }

    static Signs ofRealms(String words) {
        return new Signs(List.of(), List.of(), words(words), List.of());
    }

    static Signs ofVlans(String words) {
        return new Signs(List.of(), List.of(), List.of(), vlans(words));
    }

    private static String lines(List<String> values) {
        return String.join("\n", values);
    }

    private static List<String> lines(String text) {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }

    private static List<String> words(String text) {
        return Stream.of(text.split("[,;\\s]+")).filter(word -> !word.isEmpty()).toList();
    }

    private static List<Integer> vlans(String text) {
        return words(text).stream().map(Integer::valueOf).toList();
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
