package dev.propusk.statistics;

import dev.propusk.token.Reuse;

/** How a token may be used, as far as statistics tell tokens apart. */
public enum ReportedKind {
    SINGLE_USE_TIMED,
    SINGLE_USE_UNLIMITED,
    MULTI_USE_TIMED,
    MULTI_USE_UNLIMITED;

    static ReportedKind of(Reuse reuse, boolean timed) {
        return switch (reuse) {
            case SINGLE_USE -> timed ? SINGLE_USE_TIMED : SINGLE_USE_UNLIMITED;
            case MULTI_USE -> timed ? MULTI_USE_TIMED : MULTI_USE_UNLIMITED;
        };
    }
}
