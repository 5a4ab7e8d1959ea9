package dev.propusk.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The connection by which the panel pushes is opened by the panel's own pages alone. */
@PropuskTest
class PushHandshakeTest {
    @LocalServerPort
    int port;

    @Test
    void aPageOfAnotherSiteOpensNone() throws Exception {
        for (String foreign : new String[] {
            "Origin: https://evil.example", "Origin: null", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site"
        }) {
            assertThat(handshake(foreign)).as(foreign).startsWith("HTTP/1.1 403");
        }
        for (String own : new String[] {"Origin: http://127.0.0.1:" + port, "Sec-Fetch-Site: same-origin"}) {
            assertThat(handshake(own)).as(own).doesNotStartWith("HTTP/1.1 403");
        }
    }

    private String handshake(String header) throws IOException {
        String request = "GET /VAADIN/push?v-r=push HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n" + header + "\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            byte[] line = socket.getInputStream().readNBytes(12);
            return new String(line, StandardCharsets.US_ASCII);
        }
    }
}
