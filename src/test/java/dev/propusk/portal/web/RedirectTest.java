package dev.propusk.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.base.MacAddress;
import dev.propusk.gateway.GatewayKind;
import dev.propusk.gateway.redirect.Led;
import dev.propusk.gateway.redirect.Redirect;
import java.net.URI;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the redirects that vendors describe are read. */
class RedirectTest {
    private static final String OTHER = "02:99:00:00:00:01";

    static List<PublishedRedirects> published() {
        return PublishedRedirects.ALL;
    }

    @Test
    void eachKindWhoseRedirectIsItsOwnHasAnExample() {
        Set<Redirect> shown = published().stream()
                .map(one -> one.kind().redirect())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Redirect.class)));
        assertThat(GatewayKind.values()).allSatisfy(kind -> assertThat(shown).contains(kind.redirect()));
    }

    @ParameterizedTest
    @MethodSource("published")
    void whatAVendorWritesIsRead(PublishedRedirects one) {
        Led led = read(one.query());
        assertThat(led.by()).isEqualTo(one.kind().redirect());
        assertThat(led.device()).hasValue(MacAddress.parse(one.device()));
        assertThat(led.accessPoint().map(MacAddress::toString).orElse("")).isEqualTo(one.accessPoint());
        assertThat(led.network().orElse("")).isEqualTo(one.network());
        assertThat(led.login().map(URI::toString).orElse("")).isEqualTo(one.login());
        assertThat(led.wanted().map(URI::toString).orElse("")).isEqualTo(one.wanted());
    }

    @ParameterizedTest
    @MethodSource("published")
    void theOrderOfParametersSaysNothing(PublishedRedirects one) {
        List<String> parts = Arrays.asList(one.query().split("&"));
        Collections.reverse(parts);
        Led led = read(String.join("&", parts));
        assertThat(led.by()).isEqualTo(one.kind().redirect());
        assertThat(led.device()).hasValue(MacAddress.parse(one.device()));
        assertThat(led.login().map(URI::toString).orElse("")).isEqualTo(one.login());
    }

    @ParameterizedTest
    @MethodSource("published")
    void whoNamesTheDeviceTwiceNamesNone(PublishedRedirects one) {
        String parameter = parameter(one);
        for (String query : List.of(
                one.query() + "&" + parameter + "=" + OTHER,
                parameter + "=" + OTHER + "&" + one.query(),
                one.query() + "&" + parameter + "=" + one.device(),
                one.query() + "&" + parameter + "=",
                one.query() + "&" + parameter,
                one.query() + "&%" + Integer.toHexString(parameter.charAt(0)) + parameter.substring(1) + "=" + OTHER)) {
            assertThat(read(query).device()).as(query).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("published")
    void anAccessPointIsNeverTakenForTheDevice(PublishedRedirects one) {
        String unreadable = one.query().replaceFirst("(^|&)" + parameter(one) + "=", "$1" + parameter(one) + "=ENC0a");
        assertThat(read(unreadable).device()).isEmpty();
        if (!List.of(Redirect.PLAIN, Redirect.CHILLI, Redirect.ARUBA)
                .contains(one.kind().redirect())) {
            String withMac = one.query().replaceFirst("(^|&)mac=[^&]*", "") + "&mac=" + OTHER;
            assertThat(read(withMac).device()).hasValue(MacAddress.parse(one.device()));
            assertThat(read("mac=" + OTHER + "&" + withMac.replace("&mac=" + OTHER, ""))
                            .device())
                    .hasValue(MacAddress.parse(one.device()));
        }
    }

    @Test
    void whereTwoKindsNameTheDeviceNoneIsRight() {
        List<PublishedRedirects> own = published().stream()
                .filter(one -> !List.of("mac", "fas").contains(parameter(one)))
                .toList();
        for (PublishedRedirects first : own) {
            own.stream()
                    .filter(second -> !parameter(second).equals(parameter(first)))
                    .forEach(second -> assertThat(
                                    read(first.query() + "&" + second.query()).device())
                            .as(first + " and " + second)
                            .isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&",
                "=",
                "&&==&",
                "mac",
                "mac=",
                "mac=%",
                "mac=%zz",
                "mac=ff:ff:ff:ff:ff:ff",
                "mac=00:00:00:00:00:00",
                "mac=01:00:5e:00:00:01",
                "mac=%00",
                "mac=<script>",
                "id=02:88:00:00:00:04",
                "ap=78:8a:20:59:c6:99",
                "fas=",
                "fas=%",
                "fas=not-base64!",
                "fas=Y2xpZW50bWFj",
                "fas=Y2xpZW50bWFjPTA0OjE1OjUyOjZhOmU0OmFkLCBjbGllbnRtYWM9MDQ6MTU6NTI6NmE6ZTQ6YWU=",
                "client_mac=&mac=02:88:00:00:00:08",
                "clientMac=x&mac=02:88:00:00:00:08"
            })
    void whatIsNotUnderstoodNamesNobody(String query) {
        Led led = read(query);
        assertThat(led.device()).isEmpty();
        assertThat(led.login()).isEmpty();
        assertThat(led.wanted()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "//evil.example/",
                "\\\\evil.example",
                "ftp://x.example/",
                "http://user@x.example/",
                "http://x.example@evil.example/",
                "http:///x",
                "http://",
                "intent://x.example#Intent;end",
                "HTTP x",
                "localhost",
                "x.example:javascript",
                "http://x.example/\u0000",
                "http://x.example/ y"
            })
    void noLinkIsMadeOfWhatIsNoPlainAddressOfTheWeb(String wanted) {
        String query = "mac=02:88:00:00:00:0D&dst=" + GatewaysGuests.encoded(wanted);
        assertThat(read(query).wanted()).isEmpty();
    }

    private static Led read(String query) {
        return Redirect.read(new Query("/portal/hotel", query, List.of()).vouched());
    }

    /** What names the device in it. */
    private static String parameter(PublishedRedirects one) {
        return Stream.of("fas", "clientmac", "clientMac", "client_mac", "ga_cmac", "usermac", "id", "mac")
                .filter(name -> Optional.of("&" + one.query())
                        .filter(query -> query.contains("&" + name + "="))
                        .isPresent())
                .findFirst()
                .orElseThrow();
    }
}
