package dev.propusk.gateway;

import dev.propusk.gateway.kind.Farewell;
import dev.propusk.gateway.kind.Meanings;
import dev.propusk.gateway.kind.SetUp;
import dev.propusk.gateway.kind.Standing;
import dev.propusk.gateway.kind.WayBack;
import dev.propusk.gateway.limit.KindLimits;
import dev.propusk.gateway.redirect.Redirect;
import org.jspecify.annotations.Nullable;

/** What kind of equipment a gateway is, and all that follows from it; where the rows come from: docs/gateways. */
public enum GatewayKind {
    /** Asks by RADIUS; its login address takes the code as user name and password. */
    MIKROTIK(
            null,
            Redirect.PLAIN,
            WayBack.CODE,
            Farewell.ROUTER_OS,
            Standing.GATEWAY,
            KindLimits.ROUTER_OS,
            SetUp.MIKROTIK),
    /** Asks by RADIUS; signs its redirect, and wants the password hidden by the challenge it sent. */
    COOVACHILLI(
            null,
            Redirect.CHILLI,
            WayBack.HIDDEN_CODE,
            Farewell.GENERIC,
            Standing.GATEWAY,
            KindLimits.CHILLI,
            SetUp.CHILLI),
    /** Opened and closed by a program beside it that asks with the gateway's key. */
    OPENNDS(
            null,
            Redirect.OPEN_NDS,
            WayBack.NOTHING,
            Farewell.GENERIC,
            Standing.GATEWAY,
            KindLimits.AGENT,
            SetUp.OPENNDS),
    /** Asks by RADIUS with the device's MAC, as all access points below. */
    UNIFI(
            null,
            Redirect.UNIFI,
            WayBack.NOTHING,
            Farewell.HOSTAPD,
            Standing.ACCESS_POINT,
            KindLimits.UNTOLD,
            SetUp.UNIFI),
    /** OpenWrt, and whatever else runs hostapd. */
    HOSTAPD(
            UNIFI,
            Redirect.PLAIN,
            WayBack.NOTHING,
            Farewell.HOSTAPD,
            Standing.ACCESS_POINT,
            KindLimits.UNTOLD,
            SetUp.HOSTAPD),
    OMADA(UNIFI, Redirect.OMADA, WayBack.OMADA, Farewell.HOSTAPD, Standing.ACCESS_POINT, KindLimits.SPEED, SetUp.OMADA),
    /** Anything else, by RADIUS or with the gateway's key. */
    OTHER(
            null,
            Redirect.PLAIN,
            WayBack.NOTHING,
            Farewell.GENERIC,
            Standing.GATEWAY,
            KindLimits.SPEED_AND_IDLE,
            SetUp.OTHER),
    CISCO(
            OTHER,
            Redirect.SWITCH_URL,
            WayBack.CISCO,
            Farewell.CISCO,
            Standing.CISCO_CONTROLLER,
            KindLimits.AIRE_OS,
            SetUp.CISCO),
    ARUBA(OTHER, Redirect.ARUBA, WayBack.ARUBA, Farewell.ARUBA, Standing.CONTROLLER, KindLimits.SPEED, SetUp.ARUBA),
    RUCKUS(
            OTHER,
            Redirect.RUCKUS,
            WayBack.RUCKUS,
            Farewell.RUCKUS,
            Standing.CONTROLLER,
            KindLimits.SPEED,
            SetUp.RUCKUS),
    ELTEX(
            OTHER,
            Redirect.SWITCH_URL,
            WayBack.ELTEX,
            Farewell.GENERIC,
            Standing.CONTROLLER,
            KindLimits.UNTOLD,
            SetUp.ELTEX),
    CAMBIUM(
            OTHER,
            Redirect.CAMBIUM,
            WayBack.CAMBIUM,
            Farewell.CAMBIUM,
            Standing.CONTROLLER,
            KindLimits.SPEED,
            SetUp.CAMBIUM),
    FORTINET(
            OTHER,
            Redirect.FORTINET,
            WayBack.FORTINET,
            Farewell.FORTINET,
            Standing.CONTROLLER,
            KindLimits.UNTOLD,
            SetUp.FORTINET),
    MERAKI(
            OTHER,
            Redirect.MERAKI,
            WayBack.MERAKI,
            Farewell.GENERIC,
            Standing.CONTROLLER,
            KindLimits.UNTOLD,
            SetUp.MERAKI);

    private final @Nullable GatewayKind older;
    private final Redirect redirect;
    private final WayBack wayBack;
    private final Farewell farewell;
    private final Standing standing;
    private final KindLimits limits;
    private final SetUp setUp;

    /** @param older what a node of the release before takes it for; null: it knows it */
    GatewayKind(
            @Nullable GatewayKind older,
            Redirect redirect,
            WayBack wayBack,
            Farewell farewell,
            Standing standing,
            KindLimits limits,
            SetUp setUp) {
        this.older = older;
        this.redirect = redirect;
        this.wayBack = wayBack;
        this.farewell = farewell;
        this.standing = standing;
        this.limits = limits;
        this.setUp = setUp;
    }

    /** A kind that a node of the release before knows. */
    GatewayKind older() {
        return older == null ? this : older;
    }

    /** How it leads a guest to the portal. */
    public Redirect redirect() {
        return redirect;
    }

    /** How a guest is handed back to it. */
    public WayBack wayBack() {
        return wayBack;
    }

    /** How it is told that a session is to end. */
    public Farewell farewell() {
        return farewell;
    }

    /** Which limits it takes. */
    public KindLimits limits() {
        return limits;
    }

    /** What is typed on it. */
    public SetUp setUp() {
        return setUp;
    }

    /** What its packets mean, where nothing else is set. */
    public Meanings meanings() {
        return standing.meanings();
    }
}
