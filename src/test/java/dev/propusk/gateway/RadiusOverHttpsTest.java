package dev.propusk.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real FreeRADIUS on its way to Propusk by https, where somebody else stands. */
class RadiusOverHttpsTest {
    private static final char[] PASSWORD = "of this test".toCharArray();

    @TempDir
    Path folder;

    private final Queue<String> heard = new ConcurrentLinkedQueue<>();

    @Test
    void whoHasNoCertificateThatTheSystemBelievesIsToldNothing() throws Exception {
        try (SSLServerSocket impostor = impostor()) {
            Thread.ofVirtual().start(() -> listen(impostor));
            int authPort = FreeRadius.freePort();
            try (FreeRadius radius = FreeRadius.startWithKey(
                    "https://localhost:" + impostor.getLocalPort(),
                    "rk_of-this-test",
                    folder,
                    authPort,
                    FreeRadius.freePort())) {
                // again, for it waits for a second at the most, and a first handshake may take longer
                await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                    assertThat(ask(authPort)).contains("No reply from server");
                    assertThat(heard.toString()).as(radius::log).contains("unknown_ca");
                });
                assertThat(heard.toString()).doesNotContain("POST", "rk_");
                assertThat(radius.log()).doesNotContain("not found");
            }
        }
    }

    private static String ask(int port) throws Exception {
        return FreeRadius.radclient(
                port, "auth", "secret", "User-Name = \"guest\"\nMessage-Authenticator = 0x00\n", "-t", "2");
    }

    private SSLServerSocket impostor() throws Exception {
        TestCertificates certificates = new TestCertificates(folder);
        certificates.authority("localhost");
        Path keys = folder.resolve("localhost.p12");
        certificates.run(
                "openssl",
                "pkcs12",
                "-export",
                "-in",
                certificates.pem("localhost"),
                "-inkey",
                certificates.key("localhost"),
                "-passout",
                "pass:" + new String(PASSWORD),
                "-out",
                keys.toString());
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    /** Whatever each connection says, or how it ends. */
    private void listen(SSLServerSocket impostor) {
        while (!impostor.isClosed()) {
            try {
                var connection = impostor.accept();
                Thread.ofVirtual().start(() -> {
                    try (connection) {
                        heard.add(new String(connection.getInputStream().readNBytes(1_000), StandardCharsets.UTF_8));
                    } catch (IOException e) {
                        heard.add(e + ", " + e.getCause());
                    }
                });
            } catch (IOException e) {
                heard.add("closed");
            }
        }
    }
}
