package dev.propusk.security.door;

import dev.propusk.base.Sha256;
import dev.propusk.work.CostlyWork;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Keeps passwords as BCrypt, which reads 72 bytes and no more: longer ones, such as a sentence in Cyrillic, go through
 * SHA-256 first. Which of the two it was stands before the hash, so that what is stored stays valid.
 *
 * <p>Two at once are looked at, however many people sign in: it is meant to be slow, and whoever sends many would have all
 * processors.
 */
public class PanelPasswords implements PasswordEncoder {
    private static final int MOST_BYTES = 72;
    private static final String LONG = "{bcrypt-sha256}";

    private final PasswordEncoder usual = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder();
    private final CostlyWork costly;

    public PanelPasswords(CostlyWork costly) {
        this.costly = costly;
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return password == null ? usual.encode(null) : inTurn(() -> hash(password));
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String stored) {
        return inTurn(() -> isRight(password, stored));
    }

    private <T> T inTurn(Supplier<T> work) {
        return costly.of(PanelPasswords.class, () -> costly.compute(work));
    }

    private String hash(CharSequence password) {
        return isLong(password)
                ? LONG + bcrypt.encode(digest(password))
                : Objects.requireNonNull(usual.encode(password));
    }

    private boolean isRight(@Nullable CharSequence password, @Nullable String stored) {
        if (password != null && stored != null && stored.startsWith(LONG)) {
            return bcrypt.matches(digest(password), stored.substring(LONG.length())) && isLong(password);
        }
        // what is longer than it reads would be right by its beginning
        return usual.matches(password, stored) && (password == null || !isLong(password));
    }

    @Override
    public boolean upgradeEncoding(@Nullable String stored) {
        return (stored == null || !stored.startsWith(LONG)) && usual.upgradeEncoding(stored);
    }

    private static boolean isLong(CharSequence password) {
        return password.toString().getBytes(StandardCharsets.UTF_8).length > MOST_BYTES;
    }

    /** As text: the hash's own bytes may be zero, where BCrypt would stop reading. */
    private static String digest(CharSequence password) {
        return Base64.getEncoder().encodeToString(Sha256.of(password.toString()));
    }
}
