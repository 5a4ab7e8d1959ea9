package dev.propusk.secrets.sign;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A time stamp authority that OpenSSL runs, reached by HTTP on this machine alone. */
public final class TestAuthority implements AutoCloseable {
    private static final String SETTINGS = """
            [tsa]
            default_tsa = ours
            [ours]
            serial = FOLDER/serial
            crypto_device = builtin
            signer_cert = FOLDER/tsa.crt
            certs = FOLDER/ca.crt
            signer_key = FOLDER/tsa.key
            signer_digest = sha256
            default_policy = 1.2.3.4.1
            digests = sha256
            accuracy = secs:1
            ordering = no
            tsa_name = yes
            ess_cert_id_chain = no
            ess_cert_id_alg = sha256
            """;

    private final Path folder;
    private final HttpServer server;
    private volatile boolean isAway;

    public TestAuthority(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        Files.writeString(folder.resolve("settings"), SETTINGS.replace("FOLDER", folder.toString()));
        Files.writeString(
                folder.resolve("uses"), "keyUsage=critical,nonRepudiation\nextendedKeyUsage=critical,timeStamping\n");
        Files.writeString(folder.resolve("serial"), "01\n");
        openssl("req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.crt -days 30 -subj /CN=Root");
        openssl("req -newkey rsa:2048 -nodes -keyout tsa.key -out tsa.csr -subj /CN=Stamps");
        openssl("x509 -req -in tsa.csr -CA ca.crt -CAkey ca.key -CAcreateserial -out tsa.crt -days 30 -extfile uses");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** What its certificates come from. */
    public Path certificates() {
        return folder.resolve("ca.crt");
    }

    public void isAway(boolean away) {
        isAway = away;
    }

    /** As the application asks it. */
    public TimeStampAuthority client(@Nullable Path trusted, MeterRegistry meters) {
        return new TimeStampAuthority(new SigningSettings(null, "", address(), trusted), meters);
    }

    /** As the application has it where none is set. */
    public static TimeStampAuthority none(MeterRegistry meters) {
        return new TimeStampAuthority(new SigningSettings(null, "", null, null), meters);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (isAway) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            Files.write(folder.resolve("query"), exchange.getRequestBody().readAllBytes());
            openssl("ts -reply -queryfile query -config settings -out reply");
            byte[] reply = Files.readAllBytes(folder.resolve("reply"));
            exchange.getResponseHeaders().add("Content-Type", "application/timestamp-reply");
            exchange.sendResponseHeaders(200, reply.length);
            exchange.getResponseBody().write(reply);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void openssl(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(java.util.stream.Stream.concat(
                                java.util.stream.Stream.of("openssl"), List.of(command.split(" ")).stream())
                        .toList())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("openssl " + command + ": " + said);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
