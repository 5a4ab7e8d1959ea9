package dev.propusk.faults;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Bodies and parameters of {@link HostileRequests}: those that a door takes, with something else in them. */
final class HostileBodies {
    private static final List<String> PORTAL =
            List.of("mac", "identifier", "login", "lang", "uamip", "uamport", "challenge", "md", "trial");
    private static final List<String> TOKENS = List.of(
            "count", "reuse", "days", "note", "reference", "state", "from", "to", "limit", "cursor", "code", "mac");
    private static final List<String> CALL = List.of("mac", "identifier");
    private static final List<String> PACKET = List.of(
            "User-Name",
            "Calling-Station-Id",
            "NAS-Identifier",
            "Acct-Status-Type",
            "Acct-Session-Id",
            "Framed-IP-Address",
            "Acct-Input-Octets",
            "Acct-Input-Gigawords",
            "Acct-Session-Time",
            "Acct-Delay-Time",
            "Acct-Terminate-Cause");
    private static final List<String> PANEL =
            List.of("v-r", "v-uiId", "id", "issued", "paper", "printed", "location", "query", "username", "password");
    private static final List<String> UIDL_CALLS = List.of(
            "{\"type\":\"event\",\"node\":1,\"event\":%s,\"data\":{}}",
            "{\"type\":\"mSync\",\"node\":%s,\"feature\":1,\"property\":\"value\",\"value\":%s}",
            "{\"type\":\"publishedEventHandler\",\"node\":1,\"templateEventMethodName\":%s,\"templateEventMethodArgs\":[]}",
            "{\"type\":\"navigation\",\"location\":%s,\"link\":1}",
            "{\"type\":\"channel\",\"node\":1,\"channel\":%s,\"args\":[]}",
            "{\"type\":\"attachExistingElement\",\"node\":1,\"id\":%s}",
            "{\"type\":%s}",
            "%s");

    private final Random random;
    private final List<String> nasty;

    HostileBodies(Random random, List<String> nasty) {
        this.random = random;
        this.nasty = nasty;
    }

    List<String> parametersOf(String path) {
        List<String> all = path.startsWith("/portal/")
                ? PORTAL
                : path.startsWith("/api/")
                        ? TOKENS
                        : path.startsWith("/gateway/v1/radius/") ? PACKET : panelOrCall(path);
        return all.stream().filter(any -> random.nextInt(3) == 0).toList();
    }

    private static List<String> panelOrCall(String path) {
        return path.startsWith("/gateway/") ? CALL : PANEL;
    }

    byte[] of(String path) {
        if (random.nextInt(6) == 0) {
            byte[] noise = new byte[random.nextInt(400)];
            random.nextBytes(noise);
            return noise;
        }
        if (random.nextInt(25) == 0) {
            return ("[".repeat(3_000) + "]".repeat(3_000)).getBytes(StandardCharsets.UTF_8);
        }
        return text(path).getBytes(StandardCharsets.UTF_8);
    }

    private String text(String path) {
        if (path.contains("v-r=uidl")) {
            return "{\"csrfToken\":%s,\"rpc\":[%s],\"syncId\":%s,\"clientId\":%s}"
                    .formatted(random.nextBoolean() ? "\"init\"" : json(), call(), number(), number());
        }
        List<String> names = parametersOf(path);
        if (path.startsWith("/api/") || path.startsWith("/gateway/")) {
            boolean isPacket = path.contains("/radius/") && random.nextInt(4) > 0;
            return names.stream()
                    .map(name -> "\"" + name + "\":"
                            + (isPacket ? "{\"type\":\"string\",\"value\":[" + json() + "]}" : json()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        return names.stream().map(name -> name + "=" + one()).collect(Collectors.joining("&"));
    }

    private String call() {
        return UIDL_CALLS.get(random.nextInt(UIDL_CALLS.size())).replace("%s", json());
    }

    private String number() {
        return random.nextInt(5) == 0 ? json() : String.valueOf(random.nextInt(3) - 1);
    }

    /** Now and then what is meant to stand there. */
    private String json() {
        return switch (random.nextInt(8)) {
            case 0 -> "\"AC:DE:48:00:00:" + "%02X".formatted(random.nextInt(256)) + "\"";
            case 1 -> "\"Start\"";
            case 2 -> "{\"a\":[" + random.nextInt() + "]}";
            case 3 -> String.valueOf(random.nextLong());
            case 4 -> one();
            default -> "\"" + one().replace("\\", "\\\\").replace("\"", "\\\"").replace("\r\n", "\\r\\n") + "\"";
        };
    }

    private String one() {
        return nasty.get(random.nextInt(nasty.size()));
    }
}
