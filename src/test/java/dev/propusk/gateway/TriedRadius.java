package dev.propusk.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The real FreeRADIUS where the application is told that it is, so that gateways can be tried through it. */
abstract class TriedRadius extends RadiusByKey {
    /** The application's own address there, from which nothing else comes. */
    static final String FROM = "127.7.0.53";

    static final int AUTH_PORT = port();

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry registry) {
        registry.add("propusk.radius.trial.server", () -> "127.0.0.1:" + AUTH_PORT);
        registry.add("propusk.radius.trial.source", () -> FROM);
    }

    private static int port() {
        try {
            return FreeRadius.freePort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void startHere(String key) throws Exception {
        authPort = AUTH_PORT;
        acctPort = FreeRadius.freePort();
        radius = FreeRadius.startWithKey("http://127.0.0.1:" + port, key, folder, authPort, acctPort);
    }
}
