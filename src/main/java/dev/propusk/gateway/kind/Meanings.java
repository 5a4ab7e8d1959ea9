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
public record Meanings(boolean refusedIsHere, boolean putsOffStrangers, DevicePlace device) implements Serializable {}
