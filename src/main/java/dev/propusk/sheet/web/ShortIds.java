package dev.propusk.sheet.web;

import dev.propusk.token.Token;
import dev.propusk.token.TokenId;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names tokens in an address, 200 of them in two kilobytes, for the server writes no more than eight of an answer's head, and
 * many a proxy takes four: by the second half of each id, which is random, so that it means one of a contract's unused ones.
 */
final class ShortIds {
    private ShortIds() {}

    static String write(Collection<TokenId> tokens) {
        ByteBuffer halves = ByteBuffer.allocate(tokens.size() * Long.BYTES);
        tokens.forEach(token -> halves.putLong(half(token)));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(halves.array());
    }

    /** Those of them that are named; empty where one is named that is not among them. */
    static Optional<Set<TokenId>> read(String text, Collection<Token> unused) {
        Map<Long, TokenId> known = unused.stream()
                .map(Token::id)
                .collect(Collectors.toMap(ShortIds::half, Function.identity(), (one, other) -> one));
        return halves(text)
                .filter(known.keySet()::containsAll)
                .map(named -> named.stream().map(known::get).collect(Collectors.toUnmodifiableSet()));
    }

    private static Optional<Set<Long>> halves(String text) {
        try {
            ByteBuffer halves = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            return Optional.of(Stream.generate(halves::getLong)
                    .limit(halves.remaining() / Long.BYTES)
                    .collect(Collectors.toUnmodifiableSet()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static long half(TokenId token) {
        return token.value().getLeastSignificantBits();
    }
}
