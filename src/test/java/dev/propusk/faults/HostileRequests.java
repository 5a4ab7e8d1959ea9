package dev.propusk.faults;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Requests that no well-meaning program sends, for every door: bytes that are no text, texts that are too long, numbers that
 * are none, shapes that are others. The same seed makes the same requests.
 */
public final class HostileRequests {
    private static final List<String> NASTY = List.of(
            "Ж",
            "\u0000",
            "%00",
            "%zz",
            "%",
            "%ff%fe",
            "../../etc/passwd",
            "..;/",
            "//",
            ";a=b",
            "\u202Egnp",
            "\u2028",
            "\u0085",
            "\uFEFF",
            "' or 1=1 --",
            "${jndi:ldap://127.0.0.1/a}",
            "<script>alert(1)</script>",
            "{{7*7}}",
            "NaN",
            "-1",
            "99999999999999999999",
            "1e400",
            "0x1F",
            "null",
            "[]",
            "{}",
            "true",
            "\"",
            "\\",
            "AA:BB:CC:DD:EE:FF:00",
            "100 000 000 00\u0661",
            "2026-99-99T99:99:99Z",
            "+1000000000-12-31T23:59:59Z",
            "\r\nX-Injected: 1",
            "a".repeat(300),
            "9".repeat(5_000));

    private static final List<String> PATHS = List.of(
            "GET /portal/hotel",
            "POST /portal/hotel",
            "GET /portal/hotel/over",
            "GET /portal/hotel/captive",
            "POST /gateway/v1/connect",
            "POST /gateway/v1/identify",
            "POST /gateway/v1/radius/authorize",
            "POST /gateway/v1/radius/accounting",
            "GET /gateway/v1/nothing",
            "GET /api/v1/tokens",
            "POST /api/v1/tokens",
            "GET /api/v1/tokens/sheet.pdf",
            "POST /api/v1/tokens/sheet.pdf",
            "GET /api/v1/tokens/1",
            "POST /api/v1/tokens/1/annulment",
            "POST /api/v1/tokens/1/activation",
            "POST /api/v1/tokens/1/mac",
            "DELETE /api/v1/tokens/1",
            "GET /api/v1/quota",
            "POST /login",
            "GET /login",
            "GET /",
            "GET /tokens",
            "GET /sheet.pdf",
            "POST /sheet.pdf",
            "POST /?v-r=uidl&v-uiId=0",
            "POST /?v-r=heartbeat&v-uiId=0",
            "GET /?v-r=init&location=",
            "POST /?v-r=push&v-uiId=0",
            "POST /VAADIN/dynamic/resource/0/1/a",
            "GET /actuator/health",
            "GET /actuator/env",
            "GET /v3/api-docs",
            "GET /problems/malformed",
            "GET /swagger-ui",
            "GET /error",
            "PUT /login",
            "PATCH /portal/hotel",
            "TRACE /",
            "OPTIONS /",
            "BREW /");

    private static final List<String> HEADERS = List.of(
            "Authorization",
            "Accept",
            "Accept-Language",
            "Accept-Encoding",
            "Content-Type",
            "Cookie",
            "Idempotency-Key",
            "If-None-Match",
            "If-Modified-Since",
            "Origin",
            "Range",
            "Referer",
            "Sec-Fetch-Site",
            "User-Agent",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Proto",
            "X-HTTP-Method-Override",
            "X-Request-Id");

    private final Random random;
    private final Customer customer;
    private final Supplier<String> panelCookies;
    private final HostileBodies bodies;

    /** Whose doors they are sent to. */
    public record Customer(String slug, String apiKey, String gatewayKey) {}

    /** @param panelCookies of a session that is signed in; empty: none */
    public HostileRequests(long seed, Customer customer, Supplier<String> panelCookies) {
        this.random = new Random(seed);
        this.customer = customer;
        this.panelCookies = panelCookies;
        this.bodies = new HostileBodies(random, NASTY);
    }

    /** One more, as it goes over the wire; the connection is to be closed after it. */
    public byte[] next() {
        String[] door = one(PATHS).replace("/hotel", "/" + customer.slug()).split(" ", 2);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String address = random.nextInt(3) == 0 ? door[1] : door[1] + query(door[1]);
        write(
                out,
                door[0] + " " + (random.nextInt(6) == 0 ? address + one(NASTY).replace("\r\n", "") : address));
        write(out, " HTTP/1.1\r\nHost: " + (random.nextInt(30) == 0 ? one(NASTY) : "localhost") + "\r\n");
        write(out, "Connection: close\r\n");
        credentials(out, door[1]);
        for (int i = random.nextInt(3); i > 0; i--) {
            write(out, one(HEADERS) + ": " + one(NASTY).replace("\r\n", "") + "\r\n");
        }
        body(out, door[0], door[1]);
        return out.toByteArray();
    }

    private String query(String path) {
        StringBuilder query = new StringBuilder(path.contains("?") ? "&" : "?");
        for (String name : bodies.parametersOf(path)) {
            query.append(name)
                    .append('=')
                    .append(one(NASTY).replace(" ", "+").replace("\r\n", "%0d%0a"))
                    .append('&');
        }
        return query.toString();
    }

    private void credentials(ByteArrayOutputStream out, String path) {
        if (path.startsWith("/api/") && random.nextInt(10) > 0) {
            write(out, "Authorization: Bearer " + customer.apiKey() + "\r\n");
        } else if (path.startsWith("/gateway/") && random.nextInt(10) > 0) {
            write(out, "Authorization: Bearer " + customer.gatewayKey() + "\r\n");
        } else if (!path.startsWith("/portal/") && random.nextBoolean()) {
            String cookies = panelCookies.get();
            write(out, cookies.isEmpty() ? "" : "Cookie: " + cookies + "\r\n");
        }
    }

    private void body(ByteArrayOutputStream out, String method, String path) {
        if (method.equals("GET") && random.nextInt(10) > 0) {
            write(out, "\r\n");
            return;
        }
        byte[] body = bodies.of(path);
        write(out, "Content-Type: " + type(path) + "\r\n");
        if (random.nextInt(8) == 0) {
            write(out, "Transfer-Encoding: chunked\r\n\r\n");
            String size = random.nextInt(3) == 0 ? one(NASTY).replace("\r\n", "") : Integer.toHexString(body.length);
            write(out, size + "\r\n");
            out.writeBytes(body);
            write(out, "\r\n0\r\n\r\n");
        } else {
            write(out, "Content-Length: " + body.length + "\r\n\r\n");
            out.writeBytes(body);
        }
    }

    private String type(String path) {
        if (random.nextInt(12) == 0) {
            return one(List.of(
                    "text/plain",
                    "multipart/form-data; boundary=x",
                    "multipart/form-data",
                    "application/json; charset=UTF-32",
                    "application/json; charset=nonsense",
                    "application/xml",
                    ";;;",
                    "Ж"));
        }
        boolean isForm = path.startsWith("/portal/") || path.equals("/login") || path.equals("/sheet.pdf");
        return isForm ? "application/x-www-form-urlencoded" : "application/json";
    }

    private String one(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
