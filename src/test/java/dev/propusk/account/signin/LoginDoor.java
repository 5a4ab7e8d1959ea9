package dev.propusk.account.signin;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Sends the form of the sign-in page by a proxy that names the client, as a browser would that follows no redirect. */
public record LoginDoor(int port) {
    private static final String TRUSTED_PROXY = "127.0.0.2";

    /**
     * What came back.
     *
     * @param head all up to the empty line
     */
    public record Answer(String head) {
        public boolean isSignedIn() {
            return head.startsWith("HTTP/1.1 302") && !location().contains("/login");
        }

        public String location() {
            return header("Location").orElse("");
        }

        public Optional<String> cookie(String name) {
            return head.lines()
                    .filter(line -> line.startsWith("Set-Cookie: " + name + "="))
                    .map(line -> line.substring("Set-Cookie: ".length()).split(";", 2)[0])
                    .findFirst();
        }

        public Optional<String> header(String name) {
            return head.lines()
                    .filter(line -> line.startsWith(name + ": "))
                    .map(line -> line.substring(name.length() + 2))
                    .findFirst();
        }
    }

    public Answer signIn(String client, String login, String password) throws IOException {
        return signIn(client, login, password, "");
    }

    /**
     * From a browser that was here before.
     *
     * @param cookies as it sends them; may be empty
     */
    public Answer signIn(String client, String login, String password, String cookies) throws IOException {
        String form = "username=" + URLEncoder.encode(login, StandardCharsets.UTF_8) + "&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8);
        String request = "POST /login HTTP/1.1\r\nHost: localhost:" + port + "\r\nConnection: close\r\n"
                + "X-Forwarded-For: " + client + "\r\nContent-Length: " + form.length() + "\r\n"
                + "User-Agent: Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0\r\n"
                + (cookies.isEmpty() ? "" : "Cookie: " + cookies + "\r\n")
                + "Content-Type: application/x-www-form-urlencoded\r\n\r\n" + form;
        try (Socket socket = new Socket("127.0.0.1", port, InetAddress.getByName(TRUSTED_PROXY), 0)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(answer.split("\r\n\r\n", 2)[0]);
        }
    }
}
