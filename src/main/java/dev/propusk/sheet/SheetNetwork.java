package dev.propusk.sheet;

import java.time.ZoneId;

/**
 * The network a sheet is printed for.
 *
 * @param ssid the name that the guest looks for in the list of networks
 * @param zone in which the dates on the stubs are meant
 */
public record SheetNetwork(String contractNumber, String ssid, ZoneId zone) {}
