package dev.propusk.portal.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.propusk.base.MacAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * Equipment that holds one guest captive, as its vendor's pages describe it: whatever the guest opens is answered by a redirect to
 * the portal; the form that comes back has to hold what the vendor asks for; by its user name and password it asks by RADIUS,
 * with the gateway's key, and lets the guest in or says why not.
 */
final class FakeController implements AutoCloseable {
    /**
     * What the equipment of a maker does.
     *
     * @param path where its login page stands
     * @param query how it leads to the portal; {@code {login}}, {@code {host}} and {@code {mac}} are filled
     * @param user how its form calls the user
     * @param wants what else has to stand in the form
     * @param then which field of the form says where the guest goes
     * @param refused what is added to the portal's address where nobody was let in; empty: it shows a page of its own
     */
    record Maker(String path, String query, String user, Map<String, String> wants, String then, String refused) {
        static final Maker CISCO = new Maker(
                "/login.html",
                "switch_url={login}&ap_mac=64:ae:0c:87:e1:30&client_mac={mac}&wlan=Polar"
                        + "&redirect=www.msftconnecttest.com/redirect",
                "username",
                Map.of("buttonClicked", "4"),
                "redirect_url",
                "statusCode=5");
        static final Maker ELTEX = new Maker(
                "/",
                "switch_url={login}&ap_mac=68:13:E2:35:1F:30&client_mac={mac}&wlan=Portal-SSID"
                        + "&redirect=http://www.msftconnecttest.com/redirect",
                "username",
                Map.of(),
                "redirect_url",
                "");
        static final Maker ARUBA = new Maker(
                "/cgi-bin/login",
                "cmd=login&mac={mac}&essid=Polar&ip=192.0.2.7&apname=ap1&apmac=9c%3A1c%3A12%3Acb%3Aa2%3A90"
                        + "&switchip={host}&url=http%3A%2F%2Fwww.msftconnecttest.com%2Fredirect",
                "user",
                Map.of("cmd", "authenticate"),
                "url",
                "errmsg=Authentication%20failed");
        static final Maker FORTINET = new Maker(
                "/fgtauth",
                "login&post={login}&magic=000a0283c495e2bc&usermac={mac}&apmac=00:11:22:33:44:55&apip=192.168.1.99"
                        + "&userip=192.168.200.99&ssid=Guest-SSID&apname=ap_test&bssid=66:77:88:99:aa:bb",
                "username",
                Map.of("magic", "000a0283c495e2bc"),
                "4Tredir",
                "");
    }

    final List<Map<String, String>> logins = new CopyOnWriteArrayList<>();

    private final HttpServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI application;
    private final String portal;
    private final MacAddress device;
    private volatile Maker maker = Maker.CISCO;
    private volatile String key = "";
    private volatile boolean online;
    private volatile boolean reports = true;

    /**
     * @param application where Propusk answers
     * @param portal the address of the page that is set
     * @param device of the one guest
     */
    FakeController(URI application, String portal, MacAddress device) throws IOException {
        this.application = application;
        this.portal = portal;
        this.device = device;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** What the guest was about to open. */
    URI anything() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/anything");
    }

    URI login() {
        return anything().resolve(maker.path());
    }

    /** Cisco's, until then. */
    void isOf(Maker other) {
        maker = other;
    }

    /** By which it asks. */
    void hasKey(String key) {
        this.key = key;
    }

    boolean isOnline() {
        return online;
    }

    void reportsNothing() {
        reports = false;
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            boolean sent = call.getRequestMethod().equals("POST")
                    && call.getRequestURI().getPath().equals(maker.path());
            if (sent) {
                login(call, form(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            } else if (online) {
                page(call, "The internet");
            } else {
                lead(call, portal + "?" + query());
            }
        }
    }

    private String query() {
        return maker.query()
                .replace("{login}", login().toString())
                .replace("{host}", "127.0.0.1")
                .replace("{mac}", device.toString());
    }

    private void login(HttpExchange call, Map<String, String> form) throws IOException {
        logins.add(form);
        boolean complete = form.entrySet().containsAll(maker.wants().entrySet());
        String user = form.getOrDefault(maker.user(), "");
        if (complete && accepts(user, form.getOrDefault("password", ""))) {
            online = true;
            report(user);
            lead(call, form.getOrDefault(maker.then(), "http://www.msftconnecttest.com/redirect"));
        } else if (form.containsKey("error_url")) {
            lead(call, form.get("error_url"));
        } else if (maker.refused().isEmpty()) {
            page(call, "Authentication failed");
        } else {
            lead(call, portal + "?" + query() + "&" + maker.refused());
        }
    }

    private boolean accepts(String user, String password) throws IOException {
        return ask("authorize", """
                {"User-Name":{"type":"string","value":["%s"]},
                 "User-Password":{"type":"string","value":["%s"]},
                 "Calling-Station-Id":{"type":"string","value":["%s"]}}
                """.formatted(user, password, device.toString().replace(':', '-')))
                .contains("\"control:Auth-Type\":\"Accept\"");
    }

    private void report(String user) throws IOException {
        if (reports) {
            ask("accounting", """
                    {"Acct-Status-Type":{"type":"integer","value":["Start"]},
                     "Acct-Session-Id":{"type":"string","value":["s1"]},
                     "User-Name":{"type":"string","value":["%s"]},
                     "Calling-Station-Id":{"type":"string","value":["%s"]}}
                    """.formatted(user, device.toString().replace(':', '-')));
        }
    }

    private String ask(String what, String packet) throws IOException {
        try {
            return http.send(
                            HttpRequest.newBuilder(application.resolve("/gateway/v1/radius/" + what))
                                    .header("Authorization", "Bearer " + key)
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(packet))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static void lead(HttpExchange call, String address) throws IOException {
        call.getResponseHeaders().set("Location", address);
        call.sendResponseHeaders(302, -1);
    }

    private static void page(HttpExchange call, String text) throws IOException {
        byte[] page = text.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "text/html");
        call.sendResponseHeaders(200, page.length);
        call.getResponseBody().write(page);
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        server.stop(0);
        http.close();
    }
}
