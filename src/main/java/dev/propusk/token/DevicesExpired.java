package dev.propusk.token;

import dev.propusk.base.MacAddress;
import dev.propusk.security.ContractId;
import java.util.Set;

/** The terms of these devices' tokens are over (rule 7): all that were annulled together, whatever their contracts. */
public record DevicesExpired(Set<Device> devices) {
    /** A device in a network. */
    public record Device(ContractId contract, MacAddress mac) {}
}
