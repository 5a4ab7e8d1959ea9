package dev.propusk.gateway.session;

import dev.propusk.base.AddressBlock;
import org.jspecify.annotations.Nullable;

/**
 * Which equipment reports: a gateway may be many access points, each with sessions of its own (RFC 2866, 5.5: a session's id
 * is unique to the NAS alone).
 *
 * @param source where its packets come from; null: not told
 * @param address its NAS-IP-Address or NAS-IPv6-Address
 * @param identifier its NAS-Identifier; empty: none
 */
public record NasName(
        @Nullable AddressBlock source, @Nullable AddressBlock address, String identifier) {
    /** One that says nothing about itself. */
    public static final NasName NONE = new NasName(null, null, "");
}
