package dev.propusk.token;

import dev.propusk.contract.Limits;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The token that lets a device in, with the limits that hold for it.
 *
 * @param limits its own, and its network's where it has none (rule 24)
 */
public record LiveToken(Token token, Limits limits) {
    private static final Comparator<Token> LAST_TO_END = Comparator.comparing(
                    (Token token) -> token.expiresAt().orElse(Instant.MAX))
            .reversed();

    /**
     * The one that ends last (rule 16); what has no traffic left lets nobody in.
     *
     * @param live of one device
     */
    public static Optional<LiveToken> of(List<Token> live, Limits network) {
        return live.stream()
                .sorted(LAST_TO_END)
                .map(token -> in(network, token))
                .filter(token -> !token.isSpent())
                .findFirst();
    }

    /** With what holds in a network of these limits. */
    public static LiveToken in(Limits network, Token token) {
        return new LiveToken(token, token.limits().or(network));
    }

    /** Whether no traffic is left. */
    public boolean isSpent() {
        return octetsLeft().filter(left -> left <= 0).isPresent();
    }

    /** How many bytes its device may still send and receive; empty: any number. */
    public Optional<Long> octetsLeft() {
        return limits.octets().map(all -> Math.max(0, all - token.octets().orElse(0L)));
    }

    /** Whether what passed then goes by this token, and is counted. */
    public boolean counts(Instant at) {
        return limits.octets().isPresent()
                && token.activatedAt()
                        .filter(activated -> !at.isBefore(activated))
                        .isPresent();
    }
}
