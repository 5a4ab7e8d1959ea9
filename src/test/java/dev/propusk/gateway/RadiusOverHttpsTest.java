package dev.propusk.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real FreeRADIUS on its way to Propusk by https, where somebody else stands. */
class RadiusOverHttpsTest {
    @TempDir
    Path folder;

    @Test
    void whoHasNoCertificateThatTheSystemBelievesIsToldNothing() throws Exception {
        TestCertificates certificates = new TestCertificates(folder);
        certificates.authority("localhost");
        int port = freePort();
        Path heard = folder.resolve("heard.log");
        Process impostor = new ProcessBuilder(
                        "openssl",
                        "s_server",
                        "-accept",
                        "127.0.0.1:" + port,
                        "-cert",
                        certificates.pem("localhost"),
                        "-key",
                        certificates.key("localhost"))
                .redirectErrorStream(true)
                .redirectOutput(heard.toFile())
                .start();
        int authPort = FreeRadius.freePort();
        try (FreeRadius radius = FreeRadius.startWithKey(
                "https://localhost:" + port, "rk_of-this-test", folder, authPort, FreeRadius.freePort())) {
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> Files.readString(heard).contains("ACCEPT"));
            assertThat(FreeRadius.radclient(
                            authPort, "auth", "secret", "User-Name = \"guest\"\nMessage-Authenticator = 0x00\n"))
                    .contains("No reply from server");
            assertThat(Files.readString(heard)).contains("unknown ca").doesNotContain("POST", "rk_");
            assertThat(radius.log()).doesNotContain("not found");
        } finally {
            impostor.destroy();
            impostor.waitFor();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
