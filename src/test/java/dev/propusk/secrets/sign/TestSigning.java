package dev.propusk.secrets.sign;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A signing key for tests. */
public final class TestSigning {
    private static final String PASSWORD = "a password";

    private TestSigning() {}

    /** The one in that file, or a new one, stamped by that authority. */
    public static SigningKey key(Path file, @Nullable URI authority) {
        if (Files.notExists(file)) {
            NewSigningKey.make(file, "Provider, Moscow", PASSWORD, Instant.now().minusSeconds(60));
        }
        SigningSettings settings = new SigningSettings(file, PASSWORD, authority, null);
        return new SigningKey(settings, new TimeStampAuthority(settings, new SimpleMeterRegistry()));
    }
}
