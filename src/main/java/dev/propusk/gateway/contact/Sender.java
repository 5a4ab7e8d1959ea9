package dev.propusk.gateway.contact;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where something came from, as far as it is told.
 *
 * @param source an address, at most 64 characters
 * @param nasIdentifier what the equipment calls itself, at most 64 characters
 */
public record Sender(@Nullable String source, @Nullable String nasIdentifier) {
    public static final Sender UNTOLD = new Sender(null, null);

    private static final int LONGEST = 64;

    public Sender {
        source = shortened(source);
        nasIdentifier = shortened(nasIdentifier);
    }

    public static Sender of(Optional<String> source, Optional<String> nasIdentifier) {
        return new Sender(source.orElse(null), nasIdentifier.orElse(null));
    }

    private static @Nullable String shortened(@Nullable String text) {
        return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
