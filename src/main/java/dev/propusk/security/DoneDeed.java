package dev.propusk.security;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A {@link Deed} as it stands in the journal: when, and who did it. */
public record DoneDeed(
        Instant at, Actor actor, String action, @Nullable UUID subject, Map<String, Object> details) {}
