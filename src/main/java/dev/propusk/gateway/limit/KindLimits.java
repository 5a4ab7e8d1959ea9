package dev.propusk.gateway.limit;

import dev.propusk.contract.Limits;
import dev.propusk.gateway.GatewayKind;
import dev.propusk.identification.Identified;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which limits a kind of gateway takes, and in which attributes; what it does not take is not sent. From FreeRADIUS'
 * dictionaries and the vendors' pages (docs/decisions/051).
 *
 * @param speed how it is told how fast
 * @param idle whether it puts off by itself who is idle (Idle-Timeout, RFC 2865, 5.28)
 * @param traffic how it is told how much
 */
public record KindLimits(SpeedAttributes speed, boolean idle, TrafficAttributes traffic) {
    public static KindLimits of(GatewayKind kind) {
        return switch (kind) {
            case MIKROTIK -> new KindLimits(SpeedAttributes.MIKROTIK, true, TrafficAttributes.MIKROTIK);
            case COOVACHILLI -> new KindLimits(SpeedAttributes.CHILLISPOT, true, TrafficAttributes.CHILLISPOT);
            case OPENNDS -> new KindLimits(SpeedAttributes.AGENT, false, TrafficAttributes.UNCOUNTED);
            case UNIFI, HOSTAPD, ELTEX -> new KindLimits(SpeedAttributes.NONE, false, TrafficAttributes.REPORTED);
            case OMADA, ARUBA, RUCKUS -> new KindLimits(SpeedAttributes.WISPR, false, TrafficAttributes.REPORTED);
            case CISCO -> new KindLimits(SpeedAttributes.AIRESPACE, false, TrafficAttributes.REPORTED);
            case OTHER -> new KindLimits(SpeedAttributes.WISPR, true, TrafficAttributes.REPORTED);
        };
    }

    /** Of an Access-Accept, by their names. */
    public Map<String, Object> reply(Identified device) {
        Map<String, Object> reply = new LinkedHashMap<>();
        Limits limits = device.limits();
        speed.tell(limits, reply);
        if (idle && limits.idleMinutes() != null) {
            reply.put("Idle-Timeout", Duration.ofMinutes(limits.idleMinutes()).toSeconds());
        }
        device.octetsLeft().ifPresent(left -> traffic.tell(left, reply));
        return reply;
    }
}
