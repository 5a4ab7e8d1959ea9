package dev.propusk.gateway.web;

import dev.propusk.contract.Limits;
import dev.propusk.gateway.Admission;
import dev.propusk.identification.Identified;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a device may pass.
 *
 * @param until null: until somebody ends it, or it may not pass at all
 * @param downKbit null, as with all that follow: no limit
 * @param trafficRemaining in bytes
 */
record AdmissionResource(
        boolean identified,
        @Nullable Instant until,
        @Nullable Long secondsRemaining,
        URI portal,
        @Nullable Integer downKbit,
        @Nullable Integer upKbit,
        @Nullable Integer idleMinutes,
        @Nullable Long trafficRemaining) {
    static AdmissionResource of(Admission admission, Instant now) {
        Optional<Instant> until = admission.identified().flatMap(Identified::until);
        Limits limits = admission.identified().map(Identified::limits).orElse(Limits.NONE);
        return new AdmissionResource(
                admission.identified().isPresent(),
                until.orElse(null),
                until.map(end -> secondsUntil(end, now)).orElse(null),
                admission.portal(),
                limits.downKbit(),
                limits.upKbit(),
                limits.idleMinutes(),
                admission.identified().flatMap(Identified::octetsLeft).orElse(null));
    }

    /** Rounded up, so that nobody is cut off before the end. */
    static long secondsUntil(Instant end, Instant now) {
        return Math.max(0, Duration.between(now, end).plusNanos(999_999_999).toSeconds());
    }
}
