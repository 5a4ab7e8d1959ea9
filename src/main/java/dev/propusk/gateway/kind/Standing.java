package dev.propusk.gateway.kind;

/** Where a kind stands in a network, from which follows what its packets mean. */
public enum Standing {
    /** Behind it there are guests alone, and it asks about those who are connected already. */
    GATEWAY(true, true, DevicePlace.STATION_OR_USER),
    /** Asks before it lets a device connect. */
    ACCESS_POINT(false, true, DevicePlace.STATION_OR_USER),
    /** Of access points: mostly reports networks of staff too, and devices that are yet to log in. */
    CONTROLLER(false, false, DevicePlace.STATION_OR_USER),
    CISCO_CONTROLLER(false, false, DevicePlace.CISCO_PAIR);

    private final boolean refusedIsHere;
    private final boolean putsOffStrangers;
    private final DevicePlace device;

    Standing(boolean refusedIsHere, boolean putsOffStrangers, DevicePlace device) {
        this.refusedIsHere = refusedIsHere;
        this.putsOffStrangers = putsOffStrangers;
        this.device = device;
    }

    public Meanings meanings() {
        return new Meanings(refusedIsHere, putsOffStrangers, device);
    }
}
