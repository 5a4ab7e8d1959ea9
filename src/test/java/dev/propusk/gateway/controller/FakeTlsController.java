package dev.propusk.gateway.controller;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.propusk.base.MacAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A controller that answers over TLS on the loopback: late or not at all, if it is told to. */
abstract class FakeTlsController implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpsServer server;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean isSlow;
    private volatile int refusal;

    FakeTlsController(TestTls tls) throws IOException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls.context()));
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    record Reply(int status, String body) {}

    abstract Reply answer(HttpExchange call, String body) throws IOException;

    public URI address() {
        return URI.create("https://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Does what it is told, and does not say so. */
    void isSlow(boolean slow) {
        isSlow = slow;
    }

    /** Says that to whatever it is told, and does nothing; 0: no more. */
    public void refuses(int status) {
        refusal = status;
    }

    private void take(HttpExchange call) throws IOException {
        try (call) {
            String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Reply reply = refusal == 0 ? answer(call, body) : new Reply(refusal, "{}");
            if (isSlow) {
                over.await();
            }
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            call.getResponseHeaders().add("Content-Type", "application/json");
            call.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            call.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    static JsonNode json(String body) {
        return JsonMapper.shared().readTree(body);
    }

    static String mac(MacAddress device) {
        return device.toString().toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
