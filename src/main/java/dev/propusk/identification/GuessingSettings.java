package dev.propusk.identification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How guessing is bounded (rule 19): budgets of wrong codes, each written as burst and refill a day.
 *
 * @param contractAtGateways a contract's, for what gateways ask
 * @param contractOnOpenPage a contract's, for the page that anybody can open
 * @param device one device's by one way: then one in two minutes
 * @param deviceInADay the same device's over the day
 * @param address a client address's on the open page (IPv6: its /64)
 * @param gateway one gateway's
 * @param openPages all open pages of the provider together
 * @param rejectionDelay when after its arrival a rejection leaves, whatever the cause
 */
@ConfigurationProperties("propusk.guessing")
record GuessingSettings(
        @DefaultValue("1000+1000") Budget contractAtGateways,
        @DefaultValue("200+500") Budget contractOnOpenPage,
        @DefaultValue("15+720") Budget device,
        @DefaultValue("60+60") Budget deviceInADay,
        @DefaultValue("20+60") Budget address,
        @DefaultValue("600+600") Budget gateway,
        @DefaultValue("1500+1500") Budget openPages,
        @DefaultValue("300ms") Duration rejectionDelay) {}
