package dev.propusk.journal;

import dev.propusk.base.ChangedMeanwhileException;
import dev.propusk.security.ContractId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Refuses what was decided on a sight of things that somebody has changed since, and knows from the journal who did. */
@Component
public class Conflicts {
    /** No dialog stands open for longer than a session lasts. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private final History chronicle;
    private final Clock clock;

    Conflicts(History chronicle, Clock clock) {
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /**
     * The exception to throw.
     *
     * @param contract whose journal tells it; null: the provider's
     * @param subject what was changed, where its deeds have one
     * @param actions the deeds that change it
     */
    public ChangedMeanwhileException over(@Nullable ContractId contract, @Nullable UUID subject, List<String> actions) {
        return new ChangedMeanwhileException(chronicle
                .latest(contract, subject, actions, clock.instant().minus(LONGEST))
                .map(deed -> deed.actor().name())
                .orElse(null));
    }
}
