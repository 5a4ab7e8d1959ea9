package dev.propusk.portal.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.propusk.portal.CaptiveState;
import dev.propusk.portal.CaptiveStates;
import dev.propusk.portal.Portal;
import dev.propusk.web.PublicSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells a device itself whether it is held captive (RFC 8908), where it can be known; else 404, and it probes on. */
@RestController
class CaptiveController {
    private static final MediaType CAPTIVE = MediaType.parseMediaType("application/captive+json");

    private final Portal portal;
    private final CaptiveStates states;
    private final Visits visits;
    private final PublicSettings settings;

    CaptiveController(Portal portal, CaptiveStates states, Visits visits, PublicSettings settings) {
        this.portal = portal;
        this.states = states;
        this.visits = visits;
        this.settings = settings;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Captive(
            boolean captive,
            @JsonProperty("user-portal-url") URI portal,
            @JsonProperty("venue-info-url") URI venue,
            @JsonProperty("can-extend-session") boolean extendable,
            @JsonProperty("seconds-remaining") @Nullable Long secondsRemaining,
            @JsonProperty("bytes-remaining") @Nullable Long bytesRemaining) {}

    @GetMapping("/portal/{slug}/captive")
    ResponseEntity<Captive> captive(@PathVariable String slug, HttpServletRequest request) {
        return portal.network(slug)
                .map(network -> visits.read(network, Query.of(request), request))
                .flatMap(states::of)
                .map(state -> ResponseEntity.ok()
                        .contentType(CAPTIVE)
                        .cacheControl(CacheControl.noStore())
                        .body(body(slug, state)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private Captive body(String slug, CaptiveState state) {
        URI page = settings.at("/portal/" + slug);
        return new Captive(
                state.captive(),
                page,
                page,
                true,
                state.secondsRemaining().orElse(null),
                state.bytesRemaining().orElse(null));
    }
}
