package dev.propusk.gateway.limit;

import java.util.Map;

/** How a gateway is told what traffic is left: 32 bits, and what is above them in an attribute of its own. */
public enum TrafficAttributes {
    /** It is told nothing, and reports what has passed. */
    REPORTED,
    /** It neither takes nor reports any. */
    UNCOUNTED,
    MIKROTIK {
        @Override
        void tell(long octets, Map<String, Object> reply) {
            put(octets, "Mikrotik-Total-Limit", "Mikrotik-Total-Limit-Gigawords", reply);
        }
    },
    /** The upper half is number 23 in chilli's {@code dictionary.chillispot}, and unknown to FreeRADIUS' own. */
    CHILLISPOT {
        @Override
        void tell(long octets, Map<String, Object> reply) {
            put(octets, "ChilliSpot-Max-Total-Octets", "ChilliSpot-Max-Total-Gigawords", reply);
        }
    };

    private static final int GIGAWORD_BITS = 32;
    private static final long LOWER = 0xFFFF_FFFFL;

    /**
     * Where it is told nothing, nothing is added.
     *
     * @param octets more than 0
     */
    void tell(long octets, Map<String, Object> reply) {}

    /** A lower half of 0 reads as no limit where the upper one is not looked at, so that a byte less is told. */
    private static void put(long octets, String lower, String upper, Map<String, Object> reply) {
        long told = (octets & LOWER) == 0 ? octets - 1 : octets;
        reply.put(lower, told & LOWER);
        if (told > LOWER) {
            reply.put(upper, told >>> GIGAWORD_BITS);
        }
    }
}
