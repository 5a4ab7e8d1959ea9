package dev.propusk.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import dev.propusk.TestContracts;
import dev.propusk.contract.Contract;
import dev.propusk.security.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** As it stands at a customer's: browsers come by TLS to a proxy ({@code 127.0.0.2}), which speaks plain HTTP to us. */
@PropuskTest
@TestPropertySource(properties = {"management.server.port=0", "propusk.public-url=https://wifi.example.org"})
class BehindTlsTest {
    private static final String PROXY = "127.0.0.2";
    private static final String STRANGER = "127.0.0.1";

    @Autowired
    TestContracts contracts;

    @LocalServerPort
    int port;

    @Test
    void noRedirectNamesAHostOrLeavesTls() throws Exception {
        for (String from : new String[] {PROXY, STRANGER}) {
            for (String path : new String[] {"/", "/tokens", "/settings?a=b", "/sheet.pdf", "/portal"}) {
                assertThat(locations(send(from, "GET " + path, "")))
                        .as(path)
                        .allSatisfy(
                                location -> assertThat(location).startsWith("/").doesNotStartWith("//"));
            }
        }
        assertThat(locations(send(PROXY, "GET /", ""))).isNotEmpty();
        assertThat(send(STRANGER, "GET /", "")).doesNotContain("evil.example");
    }

    @Test
    void whoSignsInComesBackToThePageThatWasAskedForByPathAlone() throws Exception {
        Contract hotel = contracts.open();
        String owner = contracts.login(hotel, Role.OWNER);
        String first = send(PROXY, "GET /tokens", "");
        String cookie = sessionCookie(first).replaceFirst(";.*", "");

        String answer = send(
                PROXY,
                "POST /login",
                "username=" + owner + "&password=" + URLEncoder.encode(TestContracts.PASSWORD, StandardCharsets.UTF_8),
                "Cookie: " + cookie);

        assertThat(locations(answer))
                .singleElement()
                .asString()
                .startsWith("/")
                .doesNotStartWith("//")
                .doesNotContain("login");
        assertThat(sessionCookie(answer)).contains("Secure");
    }

    @Test
    void theSessionStaysOnTls() throws Exception {
        assertThat(sessionCookie(send(PROXY, "GET /", "")))
                .startsWith("__Host-JSESSIONID=")
                .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(sessionCookie(send(STRANGER, "GET /", ""))).contains("Secure");
    }

    @Test
    void browsersAreToldToStayOnTls() throws Exception {
        Contract hotel = contracts.open();
        for (String path :
                List.of("/", "/login", "/portal/" + hotel.slug(), "/api/v1/quota", "/panel.css", "/nothing")) {
            assertThat(send(PROXY, "GET " + path, "").lines())
                    .as(path)
                    .filteredOn(line -> line.startsWith("Strict-Transport-Security:"))
                    .containsExactly("Strict-Transport-Security: max-age=31536000");
        }
    }

    private static List<String> locations(String answer) {
        return answer.lines()
                .filter(line -> line.startsWith("Location: "))
                .map(line -> line.substring("Location: ".length()))
                .toList();
    }

    private static String sessionCookie(String answer) {
        return answer.lines()
                .filter(line -> line.startsWith("Set-Cookie: ") && line.contains("JSESSIONID"))
                .map(line -> line.substring("Set-Cookie: ".length()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(answer));
    }

    private String send(String from, String call, String form, String... headers) throws IOException {
        String request = call + " HTTP/1.1\r\nHost: " + (from.equals(PROXY) ? "127.0.0.1:8080" : "evil.example")
                + "\r\nConnection: close\r\nAccept: text/html\r\n"
                + "X-Forwarded-For: 203.0.113.9\r\nX-Forwarded-Proto: https\r\nX-Forwarded-Host: wifi.example.org\r\n"
                + String.join("\r\n", headers) + (headers.length == 0 ? "" : "\r\n")
                + (form.isEmpty() ? "" : "Content-Type: application/x-www-form-urlencoded\r\n")
                + "Content-Length: " + form.length() + "\r\n\r\n" + form;
        try (Socket socket = new Socket("127.0.0.1", port, InetAddress.getByName(from), 0)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
