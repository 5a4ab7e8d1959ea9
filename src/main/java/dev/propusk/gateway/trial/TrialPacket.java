package dev.propusk.gateway.trial;

import dev.propusk.base.MacAddress;
import dev.propusk.gateway.origin.Signs;
import dev.propusk.gateway.radius.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** What a gateway would send about a device: its own signs, the first of each kind, and a MAC that is nobody's. */
final class TrialPacket {
    /** Made up on the spot, as the bit says that stands for it (IEEE 802, locally administered). */
    private static final long LOCAL = 0x0200_0000_0000L;

    private static final String ACCESS_POINT = "02-00-00-00-00-00:";
    private static final String NAMELESS = "propusk";

    private TrialPacket() {}

    static List<Attribute> of(Signs signs, byte[] number, RandomGenerator random) {
        String device = new MacAddress(LOCAL | random.nextLong(1, 1L << 40)).toString();
        List<Attribute> attributes = new ArrayList<>();
        attributes.add(Attribute.userName(
                signs.realms().isEmpty()
                        ? device
                        : device + "@" + signs.realms().getFirst()));
        attributes.add(Attribute.callingStation(device));
        attributes.add(Attribute.nasIdentifier(
                signs.nasIdentifiers().isEmpty()
                        ? NAMELESS
                        : signs.nasIdentifiers().getFirst()));
        signs.ssids().stream().limit(1).forEach(ssid -> attributes.add(Attribute.calledStation(ACCESS_POINT + ssid)));
        signs.vlans().stream().limit(1).forEach(vlan -> attributes.add(Attribute.tunnelPrivateGroup(vlan.toString())));
        attributes.add(Attribute.proxyState(number));
        return attributes;
    }
}
