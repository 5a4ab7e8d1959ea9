package dev.propusk.account.signin;

import dev.propusk.account.guard.BrowserName;
import dev.propusk.security.SignInDetails;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The browser that this request comes from. */
@Component
public class ThisDevice {
    private final DeviceCookie cookie;
    private final KnownDevices devices;

    ThisDevice(DeviceCookie cookie, KnownDevices devices) {
        this.cookie = cookie;
        this.devices = devices;
    }

    /** Whether this login had wholly signed in from it before this session began. */
    boolean isKnownTo(UUID account) {
        return SignInDetails.current()
                .flatMap(details -> cookie.read(details.device()))
                .flatMap(device -> devices.last(account, device))
                .isPresent();
    }

    /** What a person would call it; {@code ?} where nothing is known. */
    String browser() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? browser(attributes.getRequest())
                : BrowserName.of("");
    }

    private static String browser(HttpServletRequest request) {
        return BrowserName.of(Objects.requireNonNullElse(request.getHeader("User-Agent"), ""));
    }

    /**
     * Marks it for this login, from now on or once more.
     *
     * @return its browser's name if the login was not known here before
     */
    public Optional<String> remember(UUID account) {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)
                || attributes.getResponse() == null) {
            return Optional.empty();
        }
        HttpServletRequest request = attributes.getRequest();
        HttpServletResponse response = attributes.getResponse();
        UUID device = cookie.read(cookie.given(request)).orElseGet(UUID::randomUUID);
        String browser = browser(request);
        Optional<Instant> last = devices.last(account, device);
        last.ifPresent(at -> SignInDetails.current().ifPresent(details -> details.foundBefore(at)));
        devices.remember(account, device, browser);
        response.addCookie(cookie.of(device));
        return last.isPresent() ? Optional.empty() : Optional.of(browser);
    }
}
