package dev.propusk.secrets.sign;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.propusk.base.Sha256;
import dev.propusk.base.StartRefusedException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Random;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void noBytesOfAnAuthorityBreakWhoAskedIt() throws Exception {
        TimeStampAuthority client = authority.client(authority.certificates(), meters);
        byte[] stamp = client.stamp(HASH);
        Random random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            byte[] changed = Arrays.copyOf(stamp, i % 3 == 0 ? random.nextInt(stamp.length) : stamp.length);
            for (int bytes = 0; bytes < 1 + i % 4 && changed.length > 0; bytes++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            Throwable thrown = catchThrowable(() -> client.time(changed, HASH));
            if (thrown != null) {
                assertThat(thrown).isInstanceOf(TimeStampException.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\n\r\nnothing that ends",
                "HTTP/1.1 200 OK\r\nContent-Length: 9000000\r\n\r\n",
                "HTTP/1.1 302 Found\r\nLocation: /\r\n\r\n",
                "HTTP/1.1 200 OK\r\nX: ",
                ""
            })
    void anAuthorityThatNeverEndsIsGivenUpOn(String answer) throws Exception {
        try (ServerSocket endless = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (Socket asked = endless.accept()) {
                    asked.getOutputStream().write(answer.getBytes(US_ASCII));
                    while (!isLeft(asked)) {
                        asked.getOutputStream().write(answer.endsWith("hello") ? new byte[0] : new byte[] {'a'});
                    }
                } catch (IOException e) {
                    // the other side has hung up
                }
            });
            URI address = URI.create("http://127.0.0.1:" + endless.getLocalPort() + "/");
            AuthorityCall call = new AuthorityCall(address, Duration.ofMillis(500));
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> assertThatThrownBy(() -> new TimeStampResponse(call.send(new byte[] {1})))
                            .isInstanceOfAny(IOException.class, TSPException.class, TimeStampException.class));
        }
    }

    /** Listens for a moment whether the other side has hung up. */
    private static boolean isLeft(Socket asked) throws IOException {
        asked.setSoTimeout(50);
        try {
            return asked.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    @Test
    void certificatesAmongWhichThereIsNoneTrustNobody() throws Exception {
        Path none = Files.createFile(folder.resolve("none.pem"));
        assertThatThrownBy(() -> authority.client(none, meters))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("there is none in it");
    }

    @Test
    void aKeyThatCanNotBeReadRefusesTheStart() throws Exception {
        Path file = Files.writeString(folder.resolve("no.p12"), "no key");
        SigningSettings settings = new SigningSettings(file, "x", null, null);
        TimeStampAuthority client = TestAuthority.none(meters);
        assertThatThrownBy(() -> new SigningKey(settings, client))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining(file.toString());
    }
}
