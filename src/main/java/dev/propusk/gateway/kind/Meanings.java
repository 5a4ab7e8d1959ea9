package dev.propusk.gateway.kind;

import java.io.Serializable;

/**
 * What a gateway's packets mean.
 *
 * @param refusedIsHere whether a device that asks by its MAC and is refused is connected here all the same, so that other
 *     networks lose it (rule 10)
 * @param putsOffStrangers whether a device is put off that is in reports and was let in by no token
 * @param device what names the device
 */
public record Meanings(boolean refusedIsHere, boolean putsOffStrangers, DevicePlace device) implements Serializable {
    /** A gateway behind which there are guests alone, and which asks about those who are connected already. */
    public static final Meanings GATEWAY = new Meanings(true, true, DevicePlace.STATION_OR_USER);

    /** An access point, which asks before it lets a device connect. */
    public static final Meanings ACCESS_POINT = new Meanings(false, true, DevicePlace.STATION_OR_USER);

    /** A controller of access points, which mostly reports networks of staff too, and devices that are yet to log in. */
    public static final Meanings CONTROLLER = new Meanings(false, false, DevicePlace.STATION_OR_USER);

    public static final Meanings CISCO = new Meanings(false, false, DevicePlace.CISCO_PAIR);
}
