package dev.propusk.gateway.kind;

import static dev.propusk.gateway.kind.SetUpValue.ACCT_PORT;
import static dev.propusk.gateway.kind.SetUpValue.AUTH_PORT;
import static dev.propusk.gateway.kind.SetUpValue.DISCONNECT_PORT;
import static dev.propusk.gateway.kind.SetUpValue.HOST;
import static dev.propusk.gateway.kind.SetUpValue.INTERIM;
import static dev.propusk.gateway.kind.SetUpValue.PORTAL;
import static dev.propusk.gateway.kind.SetUpValue.PORTAL_PATH;
import static dev.propusk.gateway.kind.SetUpValue.PORTAL_PLACE;
import static dev.propusk.gateway.kind.SetUpValue.SECRET;
import static dev.propusk.gateway.kind.SetUpValue.SERVER;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** One thing to do on equipment; where, say the texts of the same name. Where the rows come from: docs/gateways. */
public enum SetUpStep {
    MIKROTIK_RADIUS("mikrotik-radius.rsc"),
    MIKROTIK_PAGE("mikrotik-page.html"),
    MIKROTIK_DHCP("mikrotik-dhcp.rsc"),
    CHILLI_FILE("chilli.conf"),
    OPENNDS_DOOR("opennds-door.conf"),
    OPENNDS_PAGE("opennds-page.txt"),
    OPENNDS_AGENT("opennds-agent.sh"),
    UNIFI_PAGE(List.of(HOST)),
    UNIFI_CONTROLLER(List.of()),
    UNIFI_PROFILE(server(INTERIM, DISCONNECT_PORT)),
    UNIFI_NETWORK(List.of()),
    HOSTAPD_FILE("hostapd.conf"),
    OMADA_PROFILE(server()),
    OMADA_PAGE(List.of(PORTAL)),
    OMADA_DOOR(List.of(HOST)),
    CISCO_SERVER(server()),
    CISCO_PAGE(List.of(PORTAL)),
    CISCO_DOOR(List.of(HOST)),
    ARUBA_FILE("aruba.conf"),
    ARUBA_SERVER(server(DISCONNECT_PORT)),
    ARUBA_PAGE(List.of(HOST, PORTAL_PATH)),
    RUCKUS_SERVER(server()),
    RUCKUS_PAGE(List.of(PORTAL)),
    ELTEX_SERVER(server()),
    ELTEX_FILE("eltex.conf"),
    CAMBIUM_SERVER(server(DISCONNECT_PORT)),
    CAMBIUM_PAGE(List.of(PORTAL)),
    CAMBIUM_DOOR(List.of(HOST)),
    FORTINET_FILE("fortinet.conf"),
    FORTINET_PAGE(List.of(PORTAL_PLACE)),
    FORTINET_DOOR(List.of(HOST)),
    MERAKI_SERVER(server(INTERIM)),
    MERAKI_PAGE(List.of(PORTAL)),
    MERAKI_DOOR(List.of(HOST)),
    OTHER_SERVER(server(INTERIM, DISCONNECT_PORT)),
    OTHER_PAGE(List.of(PORTAL)),
    OTHER_DOOR(List.of(HOST)),
    /** Of any DHCP server. */
    CAPTIVE(List.of(SetUpValue.CAPTIVE));

    private final String file;
    // made by List.of and Stream.toList
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<SetUpValue> values;

    SetUpStep(List<SetUpValue> values) {
        this.file = "";
        this.values = values;
    }

    /** @param file below set-up, in which values stand as {@link SetUpValue#mark} */
    SetUpStep(String file) {
        this.file = file;
        this.values = List.of();
    }

    /** What every form about a RADIUS server asks for, and more. */
    private static List<SetUpValue> server(SetUpValue... more) {
        return Stream.concat(Stream.of(SERVER, AUTH_PORT, ACCT_PORT, SECRET), Stream.of(more))
                .toList();
    }

    /** What is typed one by one. */
    public List<SetUpValue> typed() {
        return values;
    }

    /** What is typed, or put into a file, as a whole; empty: it goes one by one. */
    public Optional<String> whole() {
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = Objects.requireNonNull(SetUpStep.class.getResourceAsStream("/set-up/" + file))) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
