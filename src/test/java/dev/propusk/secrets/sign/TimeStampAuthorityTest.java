package dev.propusk.secrets.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.propusk.base.Sha256;
import dev.propusk.base.StartRefusedException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against an authority run by OpenSSL. */
class TimeStampAuthorityTest {
    private static final byte[] HASH = Sha256.of("something");

    @TempDir
    private static Path folder;

    private static TestAuthority authority;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @BeforeAll
    static void start() throws Exception {
        authority = new TestAuthority(folder);
    }

    @AfterAll
    static void stop() {
        authority.close();
    }

    @Test
    void aStampSaysWhenAndOfWhat() throws Exception {
        TimeStampAuthority client = authority.client(authority.certificates(), meters);
        byte[] stamp = client.stamp(HASH);
        assertThat(client.time(stamp, HASH)).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        assertThatThrownBy(() -> client.time(stamp, Sha256.of("something else")))
                .isInstanceOf(TimeStampException.class)
                .hasMessageContaining("something else");
        byte[] changed = stamp.clone();
        changed[changed.length - 9] ^= 1;
        assertThatThrownBy(() -> client.time(changed, HASH)).isInstanceOf(TimeStampException.class);
    }

    @Test
    void aStampOfAnAuthorityThatIsNotTrustedDoesNotCount() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));
        try (TestAuthority stranger = new TestAuthority(other)) {
            TimeStampAuthority client = authority.client(stranger.certificates(), meters);
            assertThatThrownBy(() -> client.stamp(HASH))
                    .isInstanceOf(TimeStampException.class)
                    .hasMessageContaining("not to be trusted");
        }
        assertThat(meters.counter("propusk.time.stamp.failures").count()).isOne();
    }

    @Test
    void oneThatIsAwayIsToldAndCountedAndKeepsNothingBack() {
        TimeStampAuthority client = authority.client(null, meters);
        authority.isAway(true);
        try {
            assertThat(client.stampIfSet(HASH)).isEmpty();
        } finally {
            authority.isAway(false);
        }
        assertThat(meters.counter("propusk.time.stamp.failures").count()).isOne();
        assertThat(client.stampIfSet(HASH)).isPresent();
    }

    @Test
    void aKeyThatCanNotBeReadRefusesTheStart() throws Exception {
        Path file = Files.writeString(folder.resolve("no.p12"), "no key");
        SigningSettings settings = new SigningSettings(file, "x", null, null);
        TimeStampAuthority client = new TimeStampAuthority(settings, meters);
        assertThatThrownBy(() -> new SigningKey(settings, client))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining(file.toString());
    }
}
