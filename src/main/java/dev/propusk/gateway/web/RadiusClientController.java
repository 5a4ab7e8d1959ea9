package dev.propusk.gateway.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a FreeRADIUS server the secret of a gateway that it does not know yet, for the minute that it keeps it. */
@RestController
class RadiusClientController {
    private final RadiusOrigins origins;

    RadiusClientController(RadiusOrigins origins) {
        this.origins = origins;
    }

    /** For the address in the header {@value RadiusOrigins#SOURCE}; the secret is not to be expanded as FreeRADIUS does texts. */
    @PostMapping("/gateway/v1/radius/client")
    ResponseEntity<Map<String, Object>> client(HttpServletRequest call) {
        String secret = origins.secret(call).orElseThrow(UnknownClientException::new);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(Map.of(
                        "control:FreeRADIUS-Client-Secret",
                        Map.of("op", ":=", "do_xlat", false, "value", List.of(secret))));
    }
}
