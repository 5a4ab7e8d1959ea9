package dev.propusk.gateway.redirect;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One way in which equipment leads a guest here, with the names that its parameters have. Where the names come from:
 * docs/gateways.
 *
 * <p>Which one it was follows from the parameters. Those that call the device by a name of its own come first, since beside it
 * {@code mac} is an access point.
 */
public enum Redirect {
    /** Its parameters are wrapped up at level 1 of its FAS. */
    OPEN_NDS(
            new Names("clientmac", List.of(), List.of("gatewaymac"), List.of(), List.of("originurl", "redir")),
            LoginAddress.none(),
            OpenNdsParameters::unwrapped),
    /** Below the portal's address, under {@code guest/s/} and its site. */
    UNIFI(new Names("id", List.of("ap"), List.of("ap"), List.of("ssid"), List.of("url")), LoginAddress.none()),
    OMADA(
            new Names(
                    "clientMac",
                    List.of(),
                    List.of("apMac", "gatewayMac", "ap"),
                    List.of("ssidName", "ssid"),
                    List.of("originUrl", "redirectUrl")),
            LoginAddress.parts("scheme", "target", "targetPort")),
    CAMBIUM(
            new Names("ga_cmac", List.of(), List.of("ga_ap_mac"), List.of("ga_ssid"), List.of("ga_orig_url")),
            LoginAddress.host("ga_srvr")),
    FORTINET(new Names("usermac", List.of(), List.of("apmac"), List.of("ssid"), List.of()), LoginAddress.of("post")),
    MERAKI(
            new Names(
                    "client_mac",
                    List.of("login_url", "base_grant_url"),
                    List.of("ap_mac", "node_mac"),
                    List.of(),
                    List.of("continue_url", "user_continue_url")),
            LoginAddress.of("login_url")),
    /** Cisco's local web authentication, and what speaks like it. */
    SWITCH_URL(
            new Names(
                    "client_mac",
                    List.of("switch_url"),
                    List.of("ap_mac"),
                    List.of("wlan"),
                    List.of("redirect"),
                    List.of("statusCode")),
            LoginAddress.of("switch_url")),
    RUCKUS(
            new Names("client_mac", List.of(), List.of("mac"), List.of("ssid", "wlanName"), List.of("url")),
            LoginAddress.host("sip")),
    ARUBA(
            new Names(Redirect.MAC, List.of("cmd"), List.of("apmac"), List.of("essid", "network"), List.of("url")),
            LoginAddress.host("switchip", "post")),
    CHILLI(
            new Names(Redirect.MAC, List.of("uamip"), List.of("called"), List.of("ssid"), List.of("userurl")),
            LoginAddress.uam("uamip", "uamport")),
    /** As docs/gateways tells it to equipment whose page can be written. */
    PLAIN(new Names(Redirect.MAC, List.of(), List.of(), List.of(), List.of("dst")), LoginAddress.of("login"));

    private static final String MAC = "mac";

    // lists made by List.of
    @SuppressWarnings("ImmutableEnumChecker")
    private final Names names;
    // made of names alone
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<Parameters, Optional<URI>> login;
    // a method of a class without state
    @SuppressWarnings("ImmutableEnumChecker")
    private final UnaryOperator<Parameters> unwrapped;

    Redirect(Names names, Function<Parameters, Optional<URI>> login) {
        this(names, login, UnaryOperator.identity());
    }

    Redirect(Names names, Function<Parameters, Optional<URI>> login, UnaryOperator<Parameters> unwrapped) {
        this.names = names;
        this.login = login;
        this.unwrapped = unwrapped;
    }

    /**
     * The parameters that say something; of several the first that does.
     *
     * @param device the guest's
     * @param signs one of these stands beside it; none: the device's is enough
     * @param accessPoint where the guest is
     * @param network its name
     * @param wanted what the guest was about to open
     * @param refusal why it let nobody in, where it leads a guest here once more
     */
    record Names(
            String device,
            List<String> signs,
            List<String> accessPoint,
            List<String> network,
            List<String> wanted,
            List<String> refusal) {
        Names(String device, List<String> signs, List<String> accessPoint, List<String> network, List<String> wanted) {
            this(device, signs, accessPoint, network, wanted, List.of());
        }

        boolean fit(Parameters query) {
            return query.have(device) && (signs.isEmpty() || signs.stream().anyMatch(query::have));
        }
    }

    /** Reads a redirect. Where two parameters may name the device, none does. */
    public static Led read(Parameters query) {
        List<Led> all = Stream.of(values())
                .map(row -> new Led(row, row.unwrapped.apply(query)))
                .filter(led -> led.by().names.fit(led.query()))
                .toList();
        List<String> devices = all.stream()
                .map(led -> led.by().names.device)
                .filter(name -> !name.equals(MAC))
                .distinct()
                .toList();
        return devices.size() > 1 ? Led.BY_NOTHING : all.stream().findFirst().orElse(Led.BY_NOTHING);
    }

    Names names() {
        return names;
    }

    Optional<URI> login(Parameters query) {
        return login.apply(query);
    }
}
