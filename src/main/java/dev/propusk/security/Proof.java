package dev.propusk.security;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** When whoever is at a session last proved that it is theirs. Keys, jobs and commands have no session that could be found open. */
@Component
public class Proof {
    private static final Duration LASTS = Duration.ofMinutes(15);

    private final Clock clock;

    Proof(Clock clock) {
        this.clock = clock;
    }

    public boolean isRecent() {
        return SignInDetails.current()
                .map(details -> !clock.instant().isAfter(details.proven().plus(LASTS)))
                .orElse(true);
    }

    /** What they sign in by was given just now. */
    public void give() {
        SignInDetails.current().ifPresent(details -> details.prove(clock.instant()));
    }
}
