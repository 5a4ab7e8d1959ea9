package dev.propusk.gateway.kind;

import static dev.propusk.gateway.kind.SessionSign.DEVICE_ADDRESS;
import static dev.propusk.gateway.kind.SessionSign.NAS_ADDRESS;
import static dev.propusk.gateway.kind.SessionSign.SERVICE;
import static dev.propusk.gateway.kind.SessionSign.SESSION;
import static dev.propusk.gateway.kind.SessionSign.STATION;
import static dev.propusk.gateway.kind.SessionSign.USER;

import java.util.List;

/** How a kind is told that a session is to end. */
public enum Farewell {
    /** All that is known, and then what tells a device alone. */
    GENERIC(3799, SessionSign.ALL, List.of(STATION, SESSION)),
    /** Takes few, and its stations have no name without 802.1X (radius_das.c). */
    HOSTAPD(3799, List.of(STATION, SESSION), List.of(STATION)),
    /** Finds nobody without the address (inverse-inc/packetfence#7703). */
    ROUTER_OS(3799, List.of(USER, DEVICE_ADDRESS, SESSION), List.of(SESSION)),
    /** As packetfence tells AireOS, at the port that it has for it. */
    CISCO(1700, List.of(NAS_ADDRESS, STATION, SERVICE), List.of(STATION, SESSION)),
    /** As packetfence tells ArubaOS. */
    ARUBA(3799, List.of(NAS_ADDRESS, STATION, SESSION), List.of(STATION)),
    /** Not found without Service-Type (inverse-inc/packetfence#3004), by some with the session's id (#1971). */
    RUCKUS(3799, List.of(NAS_ADDRESS, USER, STATION, SERVICE), List.of(NAS_ADDRESS, USER, STATION, SESSION)),
    /** As packetfence tells cnPilot. */
    CAMBIUM(3799, List.of(NAS_ADDRESS, USER, STATION), List.of(STATION, SESSION)),
    /** Finds nobody by the user alone (Fortinet, technical tip 230043). */
    FORTINET(3799, List.of(USER, DEVICE_ADDRESS), List.of(USER, STATION, SESSION));

    private final int port;
    // made by List.of
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<SessionSign> first;
    // made by List.of
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<SessionSign> second;

    Farewell(int port, List<SessionSign> first, List<SessionSign> second) {
        this.port = port;
        this.first = first;
        this.second = second;
    }

    /** Where it listens as it leaves the factory. */
    public int port() {
        return port;
    }

    /** By what the session is told. */
    public List<SessionSign> first() {
        return first;
    }

    /** By what it is told once more where the first is refused. */
    public List<SessionSign> second() {
        return second;
    }
}
