package dev.propusk.account.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;

/**
 * A provider of identities on the loopback: Spring Authorization Server, with people whom a test makes up, and tokens that a
 * test spoils. One for all tests of a run.
 */
public final class TestProvider {
    static final String PASSWORD = "a password over there";
    static final String CLIENT = "propusk";
    static final String SECRET = "a secret of the client";
    static final TestProvider RUNNING = new TestProvider();

    private final Map<String, Map<String, Object>> people = new ConcurrentHashMap<>();
    private final Map<String, Instant> proven = new ConcurrentHashMap<>();
    private final AnnotationConfigServletWebServerApplicationContext server;
    private volatile RSAKey published = key();
    private volatile RSAKey signing = published;
    private volatile Consumer<JwtClaimsSet.Builder> spoil = claims -> {};
    private volatile Clock clock = Clock.systemUTC();
    private volatile CountDownLatch stuck = new CountDownLatch(0);
    private volatile String stuckAt = "";

    private TestProvider() {
        server = new AnnotationConfigServletWebServerApplicationContext();
        server.registerBean(TestProvider.class, () -> this);
        server.register(TestProviderParts.class);
        server.refresh();
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    }

    String issuer() {
        return "http://127.0.0.1:"
                + Objects.requireNonNull(server.getWebServer()).getPort();
    }

    /** From now on as it should be, at the time of the application. */
    void mend(Clock applications) {
        clock = applications;
        spoil = claims -> {};
        signing = published;
        stuck.countDown();
    }

    /** Calls to this address have a beginning and, until it is mended, no end. */
    void isStuckAt(String path) {
        stuckAt = path;
        stuck = new CountDownLatch(1);
    }

    boolean isStuck(HttpServletRequest request) {
        return stuck.getCount() > 0 && request.getRequestURI().equals(stuckAt);
    }

    /** Letter by letter. */
    void drip(OutputStream body) throws IOException, InterruptedException {
        do {
            body.write(' ');
            body.flush();
        } while (!stuck.await(100, TimeUnit.MILLISECONDS));
    }

    /** Somebody whom it knows; the subject is another word than the name. */
    void knows(String name, Map<String, Object> claims) {
        people.put(name, new LinkedHashMap<>(claims));
    }

    /** What it writes into ID tokens from now on, at last. */
    void spoils(Consumer<JwtClaimsSet.Builder> claims) {
        spoil = claims;
    }

    /** Another key, which it publishes instead of the one before. */
    void rollsItsKeyOver() {
        published = key();
        signing = published;
    }

    /** A key that it does not publish, under the name of the one that it does. */
    void signsByAnotherKey() throws JOSEException {
        signing = new RSAKeyGenerator(2048).keyID(published.getKeyID()).generate();
    }

    boolean knows(String name) {
        return people.containsKey(name);
    }

    /** Somebody gave their password just now. */
    void proved(String name) {
        proven.put(name, clock.instant());
    }

    JWKSet published() {
        return new JWKSet(published);
    }

    JWKSet signing() {
        return new JWKSet(signing);
    }

    void write(JwtEncodingContext context) {
        if (!"id_token".equals(context.getTokenType().getValue())) {
            return;
        }
        String name =
                Objects.requireNonNull(context.<Authentication>getPrincipal()).getName();
        Instant now = clock.instant();
        JwtClaimsSet.Builder claims = context.getClaims()
                .subject("subject-of-" + name)
                .issuedAt(now)
                .expiresAt(now.plusSeconds(300))
                .claim("auth_time", proven.getOrDefault(name, now).getEpochSecond())
                .claim("preferred_username", name);
        people.getOrDefault(name, Map.of()).forEach(claims::claim);
        spoil.accept(claims);
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether this request wants a password although somebody is signed in, and has not got it yet. */
    static boolean wantsAPassword(HttpServletRequest request) {
        String prompt = request.getParameter("prompt");
        String state = request.getParameter("state");
        if (!"login".equals(prompt)
                || state == null
                || state.equals(request.getSession().getAttribute("asked"))) {
            return false;
        }
        request.getSession().setAttribute("asked", state);
        return true;
    }
}
