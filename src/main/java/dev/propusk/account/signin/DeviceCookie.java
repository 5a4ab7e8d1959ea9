package dev.propusk.account.signin;

import dev.propusk.secrets.Secrets;
import dev.propusk.web.ChoiceCookies;
import dev.propusk.web.PublicSettings;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The mark by which a browser is known again that somebody has wholly signed in from: an id drawn by chance, and our
 * signature under it, so that nobody makes one up. It opens nothing; it only keeps strangers' failures away from it.
 */
@Component
class DeviceCookie {
    private static final String NAME = "propusk-device";
    private static final String PURPOSE = "device-cookie";
    private static final Duration KEPT = Duration.ofDays(400);
    private static final Pattern SHAPE = Pattern.compile("([0-9a-f-]{36})\\.([0-9a-f]{64})");

    private final Secrets secrets;
    private final PublicSettings settings;

    DeviceCookie(Secrets secrets, PublicSettings settings) {
        this.secrets = secrets;
        this.settings = settings;
    }

    /** What this browser gives for it, as it came. */
    @Nullable
    String given(HttpServletRequest request) {
        return ChoiceCookies.of(request.getCookies(), name()).orElse(null);
    }

    /** The device's id; empty where we have not signed it. */
    Optional<UUID> read(@Nullable String given) {
        Matcher shape = SHAPE.matcher(given == null ? "" : given);
        if (!shape.matches()
                || !secrets.hasSigned(
                        PURPOSE, bytes(shape.group(1)), HexFormat.of().parseHex(shape.group(2)))) {
            return Optional.empty();
        }
        return Optional.of(UUID.fromString(shape.group(1)));
    }

    Cookie of(UUID device) {
        String id = device.toString();
        Cookie cookie = new Cookie(name(), id + "." + HexFormat.of().formatHex(secrets.sign(PURPOSE, bytes(id))));
        cookie.setPath("/");
        cookie.setMaxAge((int) KEPT.toSeconds());
        cookie.setHttpOnly(true);
        cookie.setSecure(settings.isTls());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    private String name() {
        return settings.isTls() ? "__Host-" + NAME : NAME;
    }

    private static byte[] bytes(String id) {
        return id.getBytes(StandardCharsets.US_ASCII);
    }
}
