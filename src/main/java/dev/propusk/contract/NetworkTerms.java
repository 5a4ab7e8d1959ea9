package dev.propusk.contract;

import java.time.ZoneId;

/**
 * What an owner says about the network.
 *
 * @param ssid 1..32 bytes in UTF-8 (IEEE 802.11)
 */
public record NetworkTerms(String name, String ssid, ZoneId zone) {
    public NetworkTerms {
        NewContract.require(NewContract.isName(name), "name");
        NewContract.require(NewContract.isSsid(ssid), "ssid");
    }
}
