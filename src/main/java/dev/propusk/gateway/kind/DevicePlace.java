package dev.propusk.gateway.kind;

import java.util.List;

/** Which attribute of a packet names the device; of several the first that does. */
public enum DevicePlace {
    STATION_OR_USER(List.of(Attribute.STATION, Attribute.USER)),
    STATION(List.of(Attribute.STATION)),
    USER(List.of(Attribute.USER)),
    /** Where the station may be named by its IP address. */
    CISCO_PAIR(List.of(Attribute.CISCO_PAIR, Attribute.STATION, Attribute.USER));

    // made by List.of
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Attribute> attributes;

    DevicePlace(List<Attribute> attributes) {
        this.attributes = attributes;
    }

    public List<Attribute> attributes() {
        return attributes;
    }

    /** One attribute, as FreeRADIUS calls it. */
    public enum Attribute {
        STATION("Calling-Station-Id", ""),
        USER("User-Name", ""),
        CISCO_PAIR("Cisco-AVPair", "client-mac-address=");

        private final String title;
        private final String before;

        Attribute(String title, String before) {
            this.title = title;
            this.before = before;
        }

        public String title() {
            return title;
        }

        /** What stands before the device in it. */
        public String before() {
            return before;
        }
    }
}
