package dev.propusk.contract;

import java.time.ZoneId;

/**
 * What an owner says about the network.
 *
 * @param ssid 1..32 bytes in UTF-8 (IEEE 802.11)
 * @param limits of every device, where its token says nothing else
 */
public record NetworkTerms(String name, String ssid, ZoneId zone, Limits limits) {
    public NetworkTerms {
        NewContract.require(NewContract.isName(name), "name");
        NewContract.require(NewContract.isSsid(ssid), "ssid");
    }

    /** A network without limits. */
    public NetworkTerms(String name, String ssid, ZoneId zone) {
        this(name, ssid, zone, Limits.NONE);
    }
}
