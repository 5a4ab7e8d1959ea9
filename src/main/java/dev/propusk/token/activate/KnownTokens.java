package dev.propusk.token.activate;

import dev.propusk.token.CodeNotAcceptedException.Refusal;
import dev.propusk.token.Token;
import dev.propusk.token.TokenState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What stands in a contract of one code: for a device that sends it, its own rows and the one that no device has. */
record KnownTokens(List<Token> rows) {
    /** The one that the device holds already: nothing changes for it (rule 15). */
    Optional<Token> live(Instant now) {
        return in(TokenState.ACTIVE, now);
    }

    /** The one that stands ready for the device; one that is used up does for those that have entered it (rule 23). */
    Optional<Token> ready(Instant now) {
        return in(TokenState.UNUSED, now).or(() -> haveADevice() ? usedUp() : Optional.empty());
    }

    /** Whether the device has entered the code before. */
    boolean haveADevice() {
        return rows.stream().anyMatch(token -> token.mac().isPresent());
    }

    private Optional<Token> usedUp() {
        return rows.stream()
                .filter(Token::isUsedUp)
                .filter(token -> token.deletedAt().isEmpty())
                .findFirst();
    }

    /** Whether the device has had its time with this code, or was shut out (rule 4). */
    boolean barReturn(Instant now) {
        return rows.stream().anyMatch(token -> token.barsReturn(now));
    }

    /** Why a code of which no row stands ready is refused, by any rows of it. */
    Refusal whyNot(Instant now) {
        if (rows.isEmpty()) {
            return Refusal.UNKNOWN;
        }
        if (usedUp().isPresent()) {
            return Refusal.USED_UP;
        }
        return live(now).isPresent() ? Refusal.USED : Refusal.ENDED;
    }

    private Optional<Token> in(TokenState state, Instant now) {
        return rows.stream().filter(token -> token.state(now) == state).findFirst();
    }
}
