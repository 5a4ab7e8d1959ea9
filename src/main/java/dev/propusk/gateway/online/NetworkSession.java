package dev.propusk.gateway.online;

import dev.propusk.gateway.session.DeviceSession;
import dev.propusk.gateway.session.SessionStart;
import dev.propusk.token.Token;
import dev.propusk.token.TokenState;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A session, and the device's tokens that held at some time of it.
 *
 * @param tokens the latest entered first
 */
public record NetworkSession(DeviceSession session, List<Token> tokens) {
    static NetworkSession of(DeviceSession session, List<Token> ofDevice, Instant now) {
        Instant end = session.endedAt().orElse(now);
        return new NetworkSession(
                session,
                ofDevice.stream()
                        .filter(token -> heldBetween(token, session.startedAt(), end, now))
                        .sorted(Comparator.comparing(NetworkSession::enteredAt).reversed())
                        .toList());
    }

    private static Instant enteredAt(Token token) {
        return token.activatedAt().orElse(Instant.MIN);
    }

    private static boolean heldBetween(Token token, Instant from, Instant to, Instant now) {
        return !enteredAt(token).isAfter(to)
                && Stream.of(token.annulledAt(now), token.expiresAt())
                        .flatMap(Optional::stream)
                        .noneMatch(from::isAfter);
    }

    /** What let the device in, as far as can be known. */
    public Optional<Token> token() {
        return tokens.stream().findFirst();
    }

    /** Where it is weak. */
    public List<SessionDoubt> doubts() {
        Map<SessionDoubt, Boolean> all = new EnumMap<>(SessionDoubt.class);
        all.put(SessionDoubt.BEGAN_EARLIER, session.startedBy() == SessionStart.HEARD);
        all.put(SessionDoubt.ENDED_LATER, session.isEndAGuess());
        all.put(SessionDoubt.PRIVATE_MAC, session.device().isPrivate());
        all.put(SessionDoubt.SEVERAL_TOKENS, tokens.size() > 1);
        return all.keySet().stream().filter(all::get).toList();
    }

    /** Those that let it in now. */
    public List<Token> live(Instant now) {
        return tokens.stream()
                .filter(token -> token.state(now) == TokenState.ACTIVE)
                .toList();
    }
}
