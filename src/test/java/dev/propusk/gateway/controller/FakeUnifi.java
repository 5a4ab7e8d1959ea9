package dev.propusk.gateway.controller;

import com.sun.net.httpserver.HttpExchange;
import dev.propusk.base.MacAddress;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;

/**
 * A UniFi Network controller with one site. The Integration API is as help.ui.com 31228198640023 and developer.ui.com/network
 * have it (sites, connected clients by a filter, AUTHORIZE_GUEST_ACCESS and UNAUTHORIZE_GUEST_ACCESS); the older one as
 * Ubiquiti's unifi_sh_api and Art-of-WiFi/UniFi-API-client call it, on a console with UniFi OS or on a controller of its own.
 */
public final class FakeUnifi extends FakeTlsController {
    public static final String KEY = "unifi-key-for-tests";
    public static final String PASSWORD = "unifi password для тестов";
    private static final String SITE = "88f7af54-98f8-306a-a1c7-c9349722b1f6";
    private static final String ACTIONS = "/proxy/network/integration/v1/sites/" + SITE + "/clients";

    /** What it was told, in order: {@code authorize 02:… 60}, {@code unauthorize 02:…}. */
    public final List<String> told = new CopyOnWriteArrayList<>();

    /** How often somebody logged in. */
    final List<String> logins = new CopyOnWriteArrayList<>();

    private final Map<String, Client> clients = new ConcurrentHashMap<>();
    private final Set<String> sessions = new HashSet<>();
    private final boolean isConsole;
    volatile boolean takesNoKey;

    private record Client(String id, boolean guest) {}

    /** @param isConsole whether the older API stands behind UniFi OS */
    public FakeUnifi(TestTls tls, boolean isConsole) throws Exception {
        super(tls);
        this.isConsole = isConsole;
    }

    /** A device associates with the guest network. */
    public void connect(MacAddress device) {
        clients.put(mac(device), new Client(UUID.randomUUID().toString(), true));
    }

    void connectStaff(MacAddress device) {
        clients.put(mac(device), new Client(UUID.randomUUID().toString(), false));
    }

    public void leave(MacAddress device) {
        clients.remove(mac(device));
    }

    synchronized void endSessions() {
        sessions.clear();
    }

    @Override
    Reply answer(HttpExchange call, String body) throws IOException {
        String path = call.getRequestURI().getPath();
        if (path.startsWith("/proxy/network/integration/")) {
            return takesNoKey || !KEY.equals(call.getRequestHeaders().getFirst("X-API-KEY"))
                    ? new Reply(401, "{\"statusCode\":401,\"code\":\"api.authentication.missing-credentials\"}")
                    : integration(call, path, body);
        }
        if (path.equals("/")) {
            return isConsole ? new Reply(200, "<html>UniFi OS</html>") : new Reply(302, "");
        }
        if (path.equals(isConsole ? "/api/auth/login" : "/api/login")) {
            return logIn(call, json(body));
        }
        String root = (isConsole ? "/proxy/network" : "") + "/api/s/";
        if (!path.startsWith(root)) {
            return new Reply(404, "");
        }
        return hasSession(call) ? older(path.substring(root.length()), body) : error(401, "api.err.LoginRequired");
    }

    private Reply integration(HttpExchange call, String path, String body) {
        if (path.equals("/proxy/network/integration/v1/sites")) {
            return new Reply(
                    200,
                    "{\"offset\":0,\"limit\":200,\"count\":1,\"totalCount\":1,\"data\":[{\"id\":\"" + SITE
                            + "\",\"internalReference\":\"default\",\"name\":\"Polar Star\"}]}");
        }
        if (path.equals(ACTIONS)) {
            String filter = call.getRequestURI().getQuery();
            return new Reply(
                    200,
                    "{\"data\":["
                            + clients.entrySet().stream()
                                    .filter(one -> filter.contains("macAddress.eq('" + one.getKey() + "')"))
                                    .map(one -> "{\"type\":\"WIRELESS\",\"id\":\""
                                            + one.getValue().id() + "\",\"macAddress\":\""
                                            + one.getKey() + "\",\"access\":{\"type\":\""
                                            + (one.getValue().guest() ? "GUEST\",\"authorized\":false" : "DEFAULT\"")
                                            + "}}")
                                    .findFirst()
                                    .orElse("")
                            + "]}");
        }
        return action(path, json(body));
    }

    private Reply action(String path, JsonNode what) {
        Optional<String> mac = clients.entrySet().stream()
                .filter(one -> path.equals(ACTIONS + "/" + one.getValue().id() + "/actions"))
                .map(Map.Entry::getKey)
                .findFirst();
        if (mac.isEmpty()) {
            return new Reply(404, "{\"statusCode\":404,\"code\":\"api.client.not-found\"}");
        }
        return switch (what.path("action").asString("")) {
            case "AUTHORIZE_GUEST_ACCESS" -> {
                int minutes = what.path("timeLimitMinutes").asInt(0);
                if (minutes < 1 || minutes > 1_000_000) {
                    yield new Reply(400, "{\"statusCode\":400}");
                }
                told.add("authorize " + mac.get() + " " + minutes);
                yield new Reply(200, "{\"action\":\"AUTHORIZE_GUEST_ACCESS\",\"grantedAuthorization\":{}}");
            }
            case "UNAUTHORIZE_GUEST_ACCESS" -> {
                told.add("unauthorize " + mac.get());
                yield new Reply(200, "{\"action\":\"UNAUTHORIZE_GUEST_ACCESS\",\"revokedAuthorization\":{}}");
            }
            default -> new Reply(400, "{\"statusCode\":400}");
        };
    }

    private synchronized Reply logIn(HttpExchange call, JsonNode login) {
        if (!login.path("username").asString("").equals("portal")
                || !login.path("password").asString("").equals(PASSWORD)) {
            return error(isConsole ? 401 : 400, "api.err.Invalid");
        }
        String session = UUID.randomUUID().toString();
        sessions.add(session);
        logins.add(session);
        call.getResponseHeaders()
                .add("Set-Cookie", (isConsole ? "TOKEN=" : "unifises=") + session + "; Path=/; Secure; HttpOnly");
        if (isConsole) {
            call.getResponseHeaders().add("X-CSRF-Token", "csrf-" + session);
        } else {
            call.getResponseHeaders().add("Set-Cookie", "csrf_token=csrf-" + session + "; Path=/; Secure");
        }
        return ok("");
    }

    /** What only reads needs no CSRF token. */
    private synchronized boolean hasSession(HttpExchange call) {
        String cookies =
                Optional.ofNullable(call.getRequestHeaders().getFirst("Cookie")).orElse("");
        return sessions.stream()
                .anyMatch(session -> cookies.contains((isConsole ? "TOKEN=" : "unifises=") + session)
                        && (call.getRequestMethod().equals("GET")
                                || ("csrf-" + session)
                                        .equals(call.getRequestHeaders().getFirst("X-CSRF-Token"))));
    }

    private Reply older(String path, String body) {
        if (!path.startsWith("default/")) {
            return error(401, "api.err.NoSiteContext");
        }
        if (path.startsWith("default/stat/sta/")) {
            String mac = path.substring("default/stat/sta/".length());
            Client client = clients.get(mac);
            return client == null
                    ? error(400, "api.err.UnknownStation")
                    : ok("{\"mac\":\"" + mac + "\",\"is_guest\":" + client.guest() + ",\"authorized\":false}");
        }
        JsonNode command = json(body);
        String mac = command.path("mac").asString("");
        switch (command.path("cmd").asString("")) {
            case "authorize-guest" ->
                told.add("authorize " + mac + " " + command.path("minutes").asInt(0));
            case "unauthorize-guest" -> told.add("unauthorize " + mac);
            default -> {
                return error(400, "api.err.InvalidCommand");
            }
        }
        return ok("");
    }

    private static Reply ok(String one) {
        return new Reply(200, "{\"meta\":{\"rc\":\"ok\"},\"data\":[" + one + "]}");
    }

    private static Reply error(int status, String message) {
        return new Reply(status, "{\"meta\":{\"rc\":\"error\",\"msg\":\"" + message + "\"},\"data\":[]}");
    }
}
