package dev.propusk.account.signin;

import dev.propusk.security.SignInDetails;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.security.authentication.AuthenticationDetailsSource;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Writes down from where, and from which device, somebody gives their password. */
@Component
class SignInDetailsSource implements AuthenticationDetailsSource<HttpServletRequest, WebAuthenticationDetails> {
    private final DeviceCookie cookie;
    private final Clock clock;

    SignInDetailsSource(DeviceCookie cookie, Clock clock) {
        this.cookie = cookie;
        this.clock = clock;
    }

    @Override
    public WebAuthenticationDetails buildDetails(HttpServletRequest request) {
        return new SignInDetails(request.getRemoteAddr(), cookie.given(request), clock.instant());
    }
}
