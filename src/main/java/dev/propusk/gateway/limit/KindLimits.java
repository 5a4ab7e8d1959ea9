package dev.propusk.gateway.limit;

import dev.propusk.contract.Limits;
import dev.propusk.identification.Identified;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which limits kinds of gateways take, and in which attributes; what one does not take is not sent. From FreeRADIUS'
 * dictionaries and the vendors' pages (docs/decisions/051).
 */
public enum KindLimits {
    ROUTER_OS(SpeedAttributes.MIKROTIK, true, TrafficAttributes.MIKROTIK),
    CHILLI(SpeedAttributes.CHILLISPOT, true, TrafficAttributes.CHILLISPOT),
    AGENT(SpeedAttributes.AGENT, false, TrafficAttributes.UNCOUNTED),
    /** It is told nothing; what has passed is in its reports. */
    UNTOLD(SpeedAttributes.NONE, false, TrafficAttributes.REPORTED),
    SPEED(SpeedAttributes.WISPR, false, TrafficAttributes.REPORTED),
    AIRE_OS(SpeedAttributes.AIRESPACE, false, TrafficAttributes.REPORTED),
    SPEED_AND_IDLE(SpeedAttributes.WISPR, true, TrafficAttributes.REPORTED);

    private final SpeedAttributes speed;
    private final boolean idle;
    private final TrafficAttributes traffic;

    KindLimits(SpeedAttributes speed, boolean idle, TrafficAttributes traffic) {
        this.speed = speed;
        this.idle = idle;
        this.traffic = traffic;
    }

    /** How it is told how fast. */
    public SpeedAttributes speed() {
        return speed;
    }

    /** Whether it puts off by itself who is idle (Idle-Timeout, RFC 2865, 5.28). */
    public boolean idle() {
        return idle;
    }

    /** How it is told how much. */
    public TrafficAttributes traffic() {
        return traffic;
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
