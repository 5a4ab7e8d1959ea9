package dev.propusk.gateway.kind;

import java.util.List;

/**
 * How a kind is told that a session is to end.
 *
 * @param port where it listens as it leaves the factory
 * @param first by what the session is told
 * @param second by what it is told once more where the first is refused
 */
public record Farewell(int port, List<SessionSign> first, List<SessionSign> second) {
    /** RFC 5176, 2.3. */
    public static final int PORT = 3799;

    /** All that is known, and then what tells a device alone. */
    public static final Farewell GENERIC =
            new Farewell(PORT, SessionSign.ALL, List.of(SessionSign.STATION, SessionSign.SESSION));

    /** hostapd takes few, and its stations have no name without 802.1X (radius_das.c). */
    public static final Farewell HOSTAPD =
            new Farewell(PORT, List.of(SessionSign.STATION, SessionSign.SESSION), List.of(SessionSign.STATION));

    /** RouterOS finds nobody without the address (inverse-inc/packetfence#7703). */
    public static final Farewell ROUTER_OS = new Farewell(
            PORT,
            List.of(SessionSign.USER, SessionSign.DEVICE_ADDRESS, SessionSign.SESSION),
            List.of(SessionSign.SESSION));

    /** As packetfence tells AireOS, at the port that it has for Cisco. */
    public static final Farewell CISCO = new Farewell(
            1700,
            List.of(SessionSign.NAS_ADDRESS, SessionSign.STATION, SessionSign.SERVICE),
            List.of(SessionSign.STATION, SessionSign.SESSION));

    /** As packetfence tells ArubaOS. */
    public static final Farewell ARUBA = new Farewell(
            PORT,
            List.of(SessionSign.NAS_ADDRESS, SessionSign.STATION, SessionSign.SESSION),
            List.of(SessionSign.STATION));

    /** Not found without Service-Type (inverse-inc/packetfence#3004), by some with the session's id (#1971). */
    public static final Farewell RUCKUS = new Farewell(
            PORT,
            List.of(SessionSign.NAS_ADDRESS, SessionSign.USER, SessionSign.STATION, SessionSign.SERVICE),
            List.of(SessionSign.NAS_ADDRESS, SessionSign.USER, SessionSign.STATION, SessionSign.SESSION));
}
