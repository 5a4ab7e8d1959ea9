package dev.propusk.gateway;

import dev.propusk.gateway.kind.Farewell;
import dev.propusk.gateway.kind.Meanings;
import dev.propusk.gateway.kind.Standing;
import dev.propusk.gateway.kind.WayBack;
import org.jspecify.annotations.Nullable;

/** What kind of equipment a gateway is, and all that follows from it; where the rows come from: docs/gateways. */
public enum GatewayKind {
    /** Asks by RADIUS; its login address takes the code as user name and password. */
    MIKROTIK(null, WayBack.CODE, Farewell.ROUTER_OS, Standing.GATEWAY),
    /** Asks by RADIUS; signs its redirect, and wants the password hidden by the challenge it sent. */
    COOVACHILLI(null, WayBack.HIDDEN_CODE, Farewell.GENERIC, Standing.GATEWAY),
    /** Opened and closed by a program beside it that asks with the gateway's key. */
    OPENNDS(null, WayBack.NOTHING, Farewell.GENERIC, Standing.GATEWAY),
    /** Asks by RADIUS with the device's MAC, as all access points below. */
    UNIFI(null, WayBack.NOTHING, Farewell.HOSTAPD, Standing.ACCESS_POINT),
    /** OpenWrt, and whatever else runs hostapd. */
    HOSTAPD(UNIFI, WayBack.NOTHING, Farewell.HOSTAPD, Standing.ACCESS_POINT),
    OMADA(UNIFI, WayBack.NOTHING, Farewell.HOSTAPD, Standing.ACCESS_POINT),
    /** Anything else, by RADIUS or with the gateway's key. */
    OTHER(null, WayBack.NOTHING, Farewell.GENERIC, Standing.GATEWAY),
    CISCO(OTHER, WayBack.NOTHING, Farewell.CISCO, Standing.CISCO_CONTROLLER),
    ARUBA(OTHER, WayBack.NOTHING, Farewell.ARUBA, Standing.CONTROLLER),
    RUCKUS(OTHER, WayBack.NOTHING, Farewell.RUCKUS, Standing.CONTROLLER),
    ELTEX(OTHER, WayBack.NOTHING, Farewell.GENERIC, Standing.CONTROLLER);

    private final @Nullable GatewayKind older;
    private final WayBack wayBack;
    private final Farewell farewell;
    private final Standing standing;

    /** @param older what a node of the release before takes it for; null: it knows it */
    GatewayKind(@Nullable GatewayKind older, WayBack wayBack, Farewell farewell, Standing standing) {
        this.older = older;
        this.wayBack = wayBack;
        this.farewell = farewell;
        this.standing = standing;
    }

    /** A kind that a node of the release before knows. */
    GatewayKind older() {
        return older == null ? this : older;
    }

    public WayBack wayBack() {
        return wayBack;
    }

    /** How it is told that a session is to end. */
    public Farewell farewell() {
        return farewell;
    }

    /** What its packets mean, where nothing else is set. */
    public Meanings meanings() {
        return standing.meanings();
    }
}
