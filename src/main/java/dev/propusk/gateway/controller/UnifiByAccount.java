package dev.propusk.gateway.controller;

import dev.propusk.base.MacAddress;
import dev.propusk.gateway.controller.ControllerLine.Answer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * UniFi's older API, by a login: Ubiquiti's unifi_sh_api, and Art-of-WiFi/UniFi-API-client, which has the paths of UniFi OS
 * consoles as well. A session that is over is begun anew.
 */
final class UnifiByAccount implements ControllerApi {
    private static final Map<String, String> NO_HEADERS = Map.of();

    private final ControllerLine line;
    private final Controller controller;
    private final String password;
    private @Nullable Session session;

    UnifiByAccount(ControllerLine line, Controller controller, String secret) {
        this.line = line;
        this.controller = controller;
        this.password = secret;
    }

    /**
     * A login that stands; its cookies are with the line.
     *
     * @param root what stands before all paths
     */
    private record Session(String root, Map<String, String> headers) {}

    @Override
    public void letIn(MacAddress device, Duration time) {
        if (!hasGuest(device)) {
            throw new ControllerFailureException(ControllerFailure.CLIENT);
        }
        command(Map.of("cmd", "authorize-guest", "mac", mac(device), "minutes", time.toMinutes()));
    }

    @Override
    public void putOff(MacAddress device) {
        command(Map.of("cmd", "unauthorize-guest", "mac", mac(device)));
    }

    @Override
    public boolean hasGuest(MacAddress device) {
        Answer answer = call((path, headers) -> line.get(path + "/stat/sta/" + mac(device), headers));
        if (isUnknown(answer)) {
            return false;
        }
        require(answer);
        return ControllerLine.each(answer.body().path("data"))
                .anyMatch(client -> client.path("mac").asString("").equalsIgnoreCase(mac(device))
                        && client.path("is_guest").asBoolean(false));
    }

    private void command(Map<String, Object> what) {
        require(call((path, headers) -> line.post(path + "/cmd/stamgr", headers, what)));
    }

    private static String mac(MacAddress device) {
        return device.toString().toLowerCase(Locale.ROOT);
    }

    private Answer call(BiFunction<String, Map<String, String>, Answer> what) {
        Session first = session(null);
        Answer answer = in(first, what);
        return answer.isDenied() || says(answer, "api.err.LoginRequired") ? in(session(first), what) : answer;
    }

    private Answer in(Session session, BiFunction<String, Map<String, String>, Answer> what) {
        return what.apply(session.root() + "/api/s/" + ControllerLine.encoded(controller.site()), session.headers());
    }

    /** @param over one that is taken no more; null: none */
    private synchronized Session session(@Nullable Session over) {
        Session now = session;
        if (now == null || now.equals(over)) {
            now = logIn();
            session = now;
        }
        return now;
    }

    /** Consoles with UniFi OS answer at their root, older controllers lead on from there. */
    private Session logIn() {
        boolean isConsole = line.get("/", NO_HEADERS).status() == 200;
        Answer answer = line.post(
                isConsole ? "/api/auth/login" : "/api/login",
                NO_HEADERS,
                Map.of("username", Objects.requireNonNull(controller.account()), "password", password));
        if (!answer.isDone()) {
            throw answer.status() == 400 || answer.status() == 499
                    ? new ControllerFailureException(ControllerFailure.CREDENTIAL)
                    : answer.failure();
        }
        Map<String, String> headers = new HashMap<>();
        Optional.ofNullable(answer.headers().getFirst("X-CSRF-Token"))
                .or(() -> line.cookie("csrf_token"))
                .ifPresent(token -> headers.put("X-CSRF-Token", token));
        return new Session(isConsole ? "/proxy/network" : "", Map.copyOf(headers));
    }

    private static boolean isUnknown(Answer answer) {
        return says(answer, "api.err.UnknownStation") || says(answer, "api.err.UnknownUser");
    }

    private static boolean says(Answer answer, String message) {
        return answer.body().path("meta").path("msg").asString("").equals(message);
    }

    private static void require(Answer answer) {
        if (answer.isDone()
                && answer.body().path("meta").path("rc").asString("").equals("ok")) {
            return;
        }
        if (says(answer, "api.err.NoSiteContext")) {
            throw new ControllerFailureException(ControllerFailure.SITE);
        }
        throw isUnknown(answer) ? new ControllerFailureException(ControllerFailure.CLIENT) : answer.failure();
    }
}
