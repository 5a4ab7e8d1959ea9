package dev.propusk.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The machine's own radsecproxy as a gateway that speaks RADIUS over TLS: takes UDP on the loopback and passes it on. */
final class RadSecProxy implements AutoCloseable {
    static final String SECRET = "shared-for-tests";

    private static final Path PROGRAM = Path.of("/usr/sbin/radsecproxy");

    final int port;

    private final Process process;
    private final Path log;

    private RadSecProxy(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /**
     * Speaks from an address of the loopback to a server there.
     *
     * @param from an IPv6 address stands in brackets, as in {@code server}
     * @param name of the files with its certificate and key
     */
    static RadSecProxy start(Path folder, String from, String server, int serverPort, String name) throws Exception {
        assertThat(PROGRAM).as("apt-get install radsecproxy").isExecutable();
        int port = FreeRadius.freePort();
        Path configuration = Files.writeString(folder.resolve(name + ".conf"), """
                ListenUDP 127.0.0.1:%d
                SourceTLS %s
                LogLevel 2
                tls default {
                    CACertificateFile %s/ca.pem
                    CertificateFile %s/%s.pem
                    CertificateKeyFile %s/%s.key
                }
                client 127.0.0.0/8 {
                    type udp
                    secret %s
                }
                server freeradius {
                    host %s
                    port %d
                    type tls
                    secret radsec
                    certificateNameCheck off
                }
                realm * {
                    server freeradius
                    accountingServer freeradius
                }
                """.formatted(
                        port, from, folder, folder, name, folder, name, SECRET, server, serverPort));
        Path log = folder.resolve(name + ".log");
        Process process = new ProcessBuilder(PROGRAM.toString(), "-f", "-d", "2", "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        RadSecProxy proxy = new RadSecProxy(process, log, port);
        try {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> proxy.log().contains("tlsconnect"));
        } catch (RuntimeException e) {
            proxy.close();
            throw e;
        }
        return proxy;
    }

    String log() throws Exception {
        return Files.readString(log, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 5, TimeUnit.SECONDS).join().destroyForcibly();
    }
}
