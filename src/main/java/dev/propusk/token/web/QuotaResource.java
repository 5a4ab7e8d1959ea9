package dev.propusk.token.web;

import dev.propusk.token.Quota;

/** How many unused tokens there are, and how many there may be. */
record QuotaResource(int unused, int limit) {
    static QuotaResource of(Quota quota) {
        return new QuotaResource(quota.unused(), quota.limit());
    }
}
