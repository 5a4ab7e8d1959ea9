package dev.propusk.security;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a login is called: 3 to 64 ASCII letters, digits, dots, underscores and dashes, whatever their case (sign-in 8). What
 * the database's collation takes for the same, such as {@code hótel} or one with invisible characters, is no name at all.
 */
public record LoginName(String value) {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{2,63}");
    private static final int LONGEST = 64;
    /** A paste brings some along. */
    private static final int SPACES = 16;

    /** @throws IllegalArgumentException where nobody can be called so */
    public LoginName {
        if (!isOne(value)) {
            throw new IllegalArgumentException("Not a login's name");
        }
        value = value.toLowerCase(Locale.ROOT);
    }

    /** Whether somebody could be called so. */
    public static boolean isOne(String text) {
        return text.length() <= LONGEST && SHAPE.matcher(text).matches();
    }

    /** The one in what somebody typed, perhaps with spaces around it; empty where it is none. */
    public static Optional<LoginName> read(@Nullable String typed) {
        if (typed == null || typed.length() > LONGEST + SPACES) {
            return Optional.empty();
        }
        String text = typed.replaceAll("^ +| +$", "");
        return isOne(text) ? Optional.of(new LoginName(text)) : Optional.empty();
    }

    /** Whether a login that is stored under this name is meant. */
    public boolean isOf(String stored) {
        return isOne(stored) && value.equals(stored.toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return value;
    }
}
