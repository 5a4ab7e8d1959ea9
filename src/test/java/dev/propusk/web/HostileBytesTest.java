package dev.propusk.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.propusk.PropuskTest;
import dev.propusk.TestContracts;
import dev.propusk.TestGateways;
import dev.propusk.api.key.TestKeys;
import dev.propusk.contract.Contract;
import dev.propusk.faults.HostileRequests;
import dev.propusk.faults.HostileRequests.Customer;
import dev.propusk.security.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever is sent to whatever door: it is never our fault, and nobody sees or logs a stack (door 1). */
@PropuskTest
class HostileBytesTest {
    private static final int REQUESTS = Integer.getInteger("hostile.requests", 1_500);
    private static final Pattern STATUS = Pattern.compile("^HTTP/1\\.1 (\\d{3})");

    @Autowired
    TestContracts contracts;

    @Autowired
    TestGateways gateways;

    @Autowired
    TestKeys keys;

    @LocalServerPort
    int port;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private Contract hotel;
    private String apiKey;
    private String gatewayKey;

    @BeforeEach
    void openAContract() {
        hotel = contracts.open();
        apiKey = keys.of(hotel);
        gatewayKey = gateways.add(hotel).key().value();
        log.start();
        root().addAppender(log);
    }

    @AfterEach
    void detach() {
        root().detachAppender(log);
    }

    @Test
    void anyBytesGetAnAnswerThatIsNoFaultOfOursAndNoStackIsLogged() throws Exception {
        String cookies = signedIn();
        HostileRequests requests =
                new HostileRequests(19, new Customer(hotel.slug(), apiKey, gatewayKey), () -> cookies);
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            byte[] request = requests.next();
            String answer = send(request);
            if (isOurFault(answer)) {
                wrong.add(new String(request, StandardCharsets.UTF_8)
                                .lines()
                                .limit(12)
                                .toList() + "\n -> " + answer.lines().limit(14).toList());
            }
        }
        assertThat(wrong.stream().limit(6)).as("%d of them", wrong.size()).isEmpty();
        assertThat(log.list)
                .filteredOn(event ->
                        event.getThrowableProxy() != null && event.getLevel().isGreaterOrEqual(Level.WARN))
                .extracting(event -> event.getLoggerName() + ": " + event.getFormattedMessage() + ": "
                        + event.getThrowableProxy().getClassName() + ": "
                        + event.getThrowableProxy().getMessage())
                .isEmpty();
    }

    @Test
    void aLongBodyIsRefusedBeforeItIsKept() throws IOException {
        String name = "x".repeat(1_000_000);
        assertThat(post("/login", "application/x-www-form-urlencoded", "username=" + name, ""))
                .startsWith("HTTP/1.1 413");
        assertThat(post("/portal/" + hotel.slug(), "application/x-www-form-urlencoded", "identifier=" + name, ""))
                .startsWith("HTTP/1.1 413");
        String gateway = "Authorization: Bearer " + gatewayKey + "\r\n";
        for (String call : List.of("connect", "identify", "radius/authorize", "radius/accounting")) {
            assertThat(post("/gateway/v1/" + call, "application/json", "{\"a\":\"" + name + "\"}", gateway))
                    .as(call)
                    .startsWith("HTTP/1.1 413")
                    .contains("/problems/too-large");
        }
        assertThat(post("/?v-r=uidl&v-uiId=0", "application/json", "{\"a\":\"" + name + "\"}", ""))
                .startsWith("HTTP/1.1 413");
        assertThat(post("/portal/" + hotel.slug(), "multipart/form-data; boundary=x", "--x\r\n\r\n", ""))
                .startsWith("HTTP/1.1 415");
    }

    @Test
    void aPacketThatIsNoneIsToldWhatIsWrong() throws IOException {
        String gateway = "Authorization: Bearer " + gatewayKey + "\r\n";
        for (String call : List.of("authorize", "accounting")) {
            for (String body : List.of("{", "[]", "{\"mac\":\"x\"}", "{\"a\":{\"value\":[[1]]}}", "[".repeat(2_000))) {
                assertThat(post("/gateway/v1/radius/" + call, "application/json", body, gateway))
                        .as(call + body)
                        .startsWith("HTTP/1.1 400")
                        .contains("application/problem+json");
            }
        }
        assertThat(post("/gateway/v1/connect", "application/json", "{}", "Authorization: Bearer Ж\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("/problems/malformed");
    }

    private static boolean isOurFault(String answer) {
        Matcher status = STATUS.matcher(answer);
        boolean isFault = status.find() && status.group(1).startsWith("5");
        return isFault || answer.contains("\tat ") || answer.contains("Exception:");
    }

    private String signedIn() throws IOException {
        String form = "username=" + contracts.login(hotel, Role.OWNER) + "&password="
                + URLEncoder.encode(TestContracts.PASSWORD, StandardCharsets.UTF_8);
        String answer = post("/login", "application/x-www-form-urlencoded", form, "");
        return answer.lines()
                .filter(line -> line.startsWith("Set-Cookie: JSESSIONID"))
                .map(line -> line.substring("Set-Cookie: ".length()).replaceFirst(";.*", ""))
                .findFirst()
                .orElseThrow();
    }

    private String post(String path, String type, String body, String headers) throws IOException {
        return send(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers
                        + "Content-Type: " + type + "\r\nContent-Length: "
                        + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8));
    }

    private String send(byte[] request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException e) {
            // it hung up on us before it had read all: also an answer
            return "";
        }
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
