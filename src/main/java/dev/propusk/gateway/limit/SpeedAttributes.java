package dev.propusk.gateway.limit;

import dev.propusk.contract.Limits;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a gateway is told how fast a device may be. */
public enum SpeedAttributes {
    NONE,
    /** Not by RADIUS: the program beside it asks, and is answered with both speeds. */
    AGENT,
    /** Bits in a second (WISPr 1.0, Best Current Practices, page 14). */
    WISPR {
        @Override
        void tell(Limits limits, Map<String, Object> reply) {
            put(reply, "WISPr-Bandwidth-Max-Down", limits.downKbit(), KILO);
            put(reply, "WISPr-Bandwidth-Max-Up", limits.upKbit(), KILO);
        }
    },
    /**
     * {@code rx/tx} as the router sees it, so that what the device sends comes first. A single direction can only be told by
     * WISPr's attributes, which RouterOS takes where there is no Rate-Limit.
     */
    MIKROTIK {
        @Override
        void tell(Limits limits, Map<String, Object> reply) {
            if (limits.downKbit() == null || limits.upKbit() == null) {
                WISPR.tell(limits, reply);
            } else {
                reply.put("Mikrotik-Rate-Limit", limits.upKbit() + "k/" + limits.downKbit() + "k");
            }
        }
    },
    /** Thousands of bits in a second, for the data of one device (AireOS 8; Catalyst 9800 takes a policy's name alone). */
    AIRESPACE {
        @Override
        void tell(Limits limits, Map<String, Object> reply) {
            put(reply, "Airespace-Data-Bandwidth-Average-Contract", limits.downKbit(), 1);
            put(reply, "Airespace-Data-Bandwidth-Average-Contract-Upstream", limits.upKbit(), 1);
        }
    },
    /** Thousands of bits in a second (chilli-radius(5)). */
    CHILLISPOT {
        @Override
        void tell(Limits limits, Map<String, Object> reply) {
            put(reply, "ChilliSpot-Bandwidth-Max-Down", limits.downKbit(), 1);
            put(reply, "ChilliSpot-Bandwidth-Max-Up", limits.upKbit(), 1);
        }
    };

    private static final int KILO = 1000;

    /** Where it is told nothing, nothing is added. */
    void tell(Limits limits, Map<String, Object> reply) {}

    private static void put(Map<String, Object> reply, String attribute, @Nullable Integer kbit, int times) {
        if (kbit != null) {
            reply.put(attribute, kbit * times);
        }
    }
}
