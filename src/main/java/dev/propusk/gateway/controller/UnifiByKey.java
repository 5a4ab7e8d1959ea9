package dev.propusk.gateway.controller;

import dev.propusk.base.MacAddress;
import dev.propusk.gateway.controller.ControllerLine.Answer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * UniFi Network's Integration API, version 1, by its key (help.ui.com 31228198640023; developer.ui.com/network). A client is
 * told by an id that it has while it is connected.
 */
final class UnifiByKey implements ControllerApi {
    private static final String ROOT = "/proxy/network/integration/v1/sites";

    private final ControllerLine line;
    private final String site;
    private final Map<String, String> headers;
    private volatile @Nullable String siteId;

    UnifiByKey(ControllerLine line, Controller controller, String secret) {
        this.line = line;
        this.site = controller.site();
        this.headers = Map.of("X-API-KEY", secret);
    }

    @Override
    public void letIn(MacAddress device, Duration time) {
        act(device, Map.of("action", "AUTHORIZE_GUEST_ACCESS", "timeLimitMinutes", time.toMinutes()));
    }

    @Override
    public void putOff(MacAddress device) {
        act(device, Map.of("action", "UNAUTHORIZE_GUEST_ACCESS"));
    }

    @Override
    public boolean hasGuest(MacAddress device) {
        return guest(device).isPresent();
    }

    private void act(MacAddress device, Map<String, Object> what) {
        String id = guest(device).orElseThrow(() -> new ControllerFailureException(ControllerFailure.CLIENT));
        Answer answer = line.post(site() + "/clients/" + ControllerLine.encoded(id) + "/actions", headers, what);
        if (answer.status() == 404) {
            throw new ControllerFailureException(ControllerFailure.CLIENT);
        }
        require(answer);
    }

    /** Its id there, if it is connected as a guest. */
    private Optional<String> guest(MacAddress device) {
        String mac = device.toString().toLowerCase(Locale.ROOT);
        Answer answer =
                line.get(site() + "/clients?filter=" + ControllerLine.encoded("macAddress.eq('" + mac + "')"), headers);
        require(answer);
        return ControllerLine.each(answer.body().path("data"))
                .filter(client -> client.path("macAddress").asString("").equalsIgnoreCase(mac))
                .filter(client ->
                        client.path("access").path("type").asString("").equals("GUEST"))
                .map(client -> client.path("id").asString(""))
                .findFirst();
    }

    private String site() {
        String known = siteId;
        if (known == null) {
            known = find();
            siteId = known;
        }
        return ROOT + "/" + ControllerLine.encoded(known);
    }

    private String find() {
        Answer answer = line.get(ROOT + "?limit=200", headers);
        require(answer);
        return ControllerLine.each(answer.body().path("data"))
                .filter(this::isMeant)
                .map(one -> one.path("id").asString(""))
                .findFirst()
                .orElseThrow(() -> new ControllerFailureException(ControllerFailure.SITE));
    }

    private boolean isMeant(JsonNode one) {
        return site.equals(one.path("internalReference").asString(""))
                || site.equals(one.path("name").asString(""))
                || site.equals(one.path("id").asString(""));
    }

    private static void require(Answer answer) {
        if (!answer.isDone()) {
            throw answer.failure();
        }
    }
}
