package dev.propusk.gateway.kind;

import java.util.List;

/** What is done on equipment of a kind, in order. */
public enum SetUp {
    MIKROTIK(SetUpStep.MIKROTIK_RADIUS, SetUpStep.MIKROTIK_PAGE, SetUpStep.MIKROTIK_DHCP),
    CHILLI(SetUpStep.CHILLI_FILE, SetUpStep.CAPTIVE),
    OPENNDS(SetUpStep.OPENNDS_DOOR, SetUpStep.OPENNDS_PAGE, SetUpStep.OPENNDS_AGENT, SetUpStep.CAPTIVE),
    UNIFI(
            SetUpStep.UNIFI_PAGE,
            SetUpStep.UNIFI_CONTROLLER,
            SetUpStep.UNIFI_PROFILE,
            SetUpStep.UNIFI_NETWORK,
            SetUpStep.CAPTIVE),
    HOSTAPD(SetUpStep.HOSTAPD_FILE, SetUpStep.CAPTIVE),
    OMADA(SetUpStep.OMADA_PROFILE, SetUpStep.OMADA_PAGE, SetUpStep.OMADA_DOOR, SetUpStep.CAPTIVE),
    CISCO(SetUpStep.CISCO_SERVER, SetUpStep.CISCO_PAGE, SetUpStep.CISCO_DOOR, SetUpStep.CAPTIVE),
    ARUBA(SetUpStep.ARUBA_FILE, SetUpStep.ARUBA_SERVER, SetUpStep.ARUBA_PAGE, SetUpStep.CAPTIVE),
    RUCKUS(SetUpStep.RUCKUS_SERVER, SetUpStep.RUCKUS_PAGE, SetUpStep.CAPTIVE),
    ELTEX(SetUpStep.ELTEX_SERVER, SetUpStep.ELTEX_FILE, SetUpStep.CAPTIVE),
    CAMBIUM(SetUpStep.CAMBIUM_SERVER, SetUpStep.CAMBIUM_PAGE, SetUpStep.CAMBIUM_DOOR, SetUpStep.CAPTIVE),
    FORTINET(SetUpStep.FORTINET_FILE, SetUpStep.FORTINET_PAGE, SetUpStep.FORTINET_DOOR, SetUpStep.CAPTIVE),
    MERAKI(SetUpStep.MERAKI_SERVER, SetUpStep.MERAKI_PAGE, SetUpStep.MERAKI_DOOR, SetUpStep.CAPTIVE),
    OTHER(SetUpStep.OTHER_SERVER, SetUpStep.OTHER_PAGE, SetUpStep.OTHER_DOOR, SetUpStep.CAPTIVE);

    // made by List.of
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<SetUpStep> steps;

    SetUp(SetUpStep... steps) {
        this.steps = List.of(steps);
    }

    public List<SetUpStep> steps() {
        return steps;
    }
}
