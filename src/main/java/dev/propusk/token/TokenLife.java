package dev.propusk.token;

import dev.propusk.base.MacAddress;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of a row: unused, a device's, ended, and never back. */
final class TokenLife {
    private final TokenId token;
    private TokenState state;
    private @Nullable MacAddress mac;
    private @Nullable Instant activatedAt;
    private @Nullable Instant expiresAt;
    private @Nullable Instant annulledAt;
    private @Nullable Annulment annulment;

    /** As far as it has come. */
    TokenLife(TokenRow row) {
        token = row.id();
        state = row.state();
        mac = row.mac();
        activatedAt = row.activatedAt();
        expiresAt = row.expiresAt();
        annulledAt = row.annulledAt();
        annulment = row.annulment();
    }

    /** @param end null: never, by itself */
    void begin(MacAddress device, Instant now, @Nullable Instant end) {
        require(state(now).canBecome(TokenState.ACTIVE), now);
        state = TokenState.ACTIVE;
        mac = device;
        activatedAt = now;
        expiresAt = end;
    }

    /** One whose term is over has ended already, by itself and at its own end (rule 7). */
    void end(Annulment reason, Instant now) {
        boolean due = isDue(now);
        require(due || state.canBecome(TokenState.ANNULLED), now);
        state = TokenState.ANNULLED;
        annulledAt = due ? expiresAt : now;
        annulment = due ? Annulment.EXPIRED : reason;
    }

    void require(boolean isAllowed, Instant now) {
        if (!isAllowed) {
            throw new WrongTokenStateException(token, state(now));
        }
    }

    /** Whether its term is over although nothing has annulled it yet. */
    boolean isDue(Instant now) {
        return state == TokenState.ACTIVE && expiresAt != null && !expiresAt.isAfter(now);
    }

    /** Its end holds to the second, swept or not (rule 7). */
    TokenState state(Instant now) {
        return isDue(now) ? TokenState.ANNULLED : state;
    }

    Optional<Instant> annulledAt(Instant now) {
        return Optional.ofNullable(isDue(now) ? expiresAt : annulledAt);
    }

    Optional<Annulment> annulment(Instant now) {
        return Optional.ofNullable(isDue(now) ? Annulment.EXPIRED : annulment);
    }

    /** As written down, whatever time it is. */
    TokenState state() {
        return state;
    }

    @Nullable
    MacAddress mac() {
        return mac;
    }

    @Nullable
    Instant activatedAt() {
        return activatedAt;
    }

    @Nullable
    Instant expiresAt() {
        return expiresAt;
    }

    @Nullable
    Instant annulledAt() {
        return annulledAt;
    }

    @Nullable
    Annulment annulment() {
        return annulment;
    }
}
