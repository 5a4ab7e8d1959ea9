package dev.propusk.identification;

import dev.propusk.base.MacAddress;
import dev.propusk.base.NetworkAddress;
import dev.propusk.identification.Attempt.Source;
import dev.propusk.security.ContractId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How guessing is bounded (rule 19): budgets of wrong codes, each written as burst and refill a day.
 *
 * @param contractAtGateways a contract's, for what gateways ask
 * @param contractOnOpenPage a contract's, for the page that anybody can open
 * @param device one device's by one way: then one in two minutes
 * @param deviceInADay the same device's over the day
 * @param contractReserve what is borne on a contract's open page once {@link #openPages} is empty
 * @param address a client address's on the open page (IPv6: its /64)
 * @param network what all addresses of an IPv6 /48 have together, which may be a single client's
 * @param gateway one gateway's
 * @param openPages all open pages of the provider together
 * @param rejectionDelay when after its arrival a rejection leaves, whatever the cause
 */
@ConfigurationProperties("propusk.guessing")
record GuessingSettings(
        @DefaultValue("1000+1000") Budget contractAtGateways,
        @DefaultValue("200+500") Budget contractOnOpenPage,
        @DefaultValue("20+20") Budget contractReserve,
        @DefaultValue("15+720") Budget device,
        @DefaultValue("60+60") Budget deviceInADay,
        @DefaultValue("20+60") Budget address,
        @DefaultValue("40+60") Budget network,
        @DefaultValue("600+600") Budget gateway,
        @DefaultValue("1500+1500") Budget openPages,
        @DefaultValue("300ms") Duration rejectionDelay) {
    /** The key of {@link #openPages}. */
    static final String OPEN_PAGES = "open-pages";

    static String key(ContractId contract, Source source) {
        return "contract " + source + " " + contract;
    }

    static String key(UUID gateway) {
        return "gateway " + gateway;
    }

    /** A contract's own. */
    Budget of(Source source) {
        return switch (source) {
            case GATEWAY -> contractAtGateways;
            case OPEN_PAGE -> contractOnOpenPage;
        };
    }

    /** What a device has for itself, by key. */
    SequencedMap<String, Budget> ofDevice(ContractId contract, Source source, MacAddress mac) {
        String who = source + " " + contract + " " + mac;
        SequencedMap<String, Budget> budgets = new LinkedHashMap<>();
        budgets.put("device " + who, device);
        budgets.put("device-day " + who, deviceInADay);
        return budgets;
    }

    /** What a guess is charged to, by key, in the order in which it is written down. */
    SequencedMap<String, Budget> all(Attempt attempt) {
        SequencedMap<String, Budget> budgets = ofDevice(attempt.contract(), attempt.source(), attempt.device());
        NetworkAddress client = attempt.address();
        if (client != null) {
            budgets.put("address " + client.site(), address);
            if (client.isIpv6()) {
                budgets.put("network " + client.assignment(), network);
            }
        }
        UUID asking = attempt.gateway();
        if (asking != null) {
            budgets.put(key(asking), gateway);
        }
        budgets.put(key(attempt.contract(), attempt.source()), of(attempt.source()));
        if (attempt.source() == Source.OPEN_PAGE) {
            budgets.put(OPEN_PAGES, openPages);
        }
        return budgets;
    }

    /** The contract's own, which is drawn on while the open pages have none together, so that others' attacks close no page. */
    static String reserveKey(ContractId contract) {
        return "reserve " + contract;
    }

    /** After so long without a wrong code each of them is full, even one that attempts under way have overdrawn. */
    Duration fullAgain() {
        return Stream.of(
                        contractAtGateways,
                        contractOnOpenPage,
                        contractReserve,
                        device,
                        deviceInADay,
                        address,
                        network,
                        gateway,
                        openPages)
                .map(budget -> budget.untilFull(-AttemptGate.IN_FLIGHT))
                .max(Duration::compareTo)
                .orElseThrow();
    }
}
