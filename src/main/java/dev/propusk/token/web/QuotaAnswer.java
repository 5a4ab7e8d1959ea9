package dev.propusk.token.web;

import dev.propusk.token.Quota;

/** How many unused tokens there are, and how many there may be. */
record QuotaAnswer(int unused, int limit) {
    static QuotaAnswer of(Quota quota) {
        return new QuotaAnswer(quota.unused(), quota.limit());
    }
}
