package dev.propusk.gateway.origin;

/** What may tell one gateway's packets from another's, in the order in which it counts. */
public enum Sign {
    SSID(8),
    NAS_IDENTIFIER(4),
    REALM(2),
    VLAN(1);

    private final int weight;

    Sign(int weight) {
        this.weight = weight;
    }

    /** More than all that come after it together. */
    int weight() {
        return weight;
    }
}
