package dev.propusk.account.signin;

import dev.propusk.security.HalfSignedIn;
import dev.propusk.security.PanelUser;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Puts another principal into the session of this request, under a new session id. */
@Component
public class SignedInSession {
    /** Whoever is in this session, nobody yet, signs in by another way than the form. */
    void begin(HalfSignedIn half, Object details) {
        become(half, HalfSignedIn.ROLE_AUTHORITY, details);
    }

    void become(HalfSignedIn half) {
        become(half, HalfSignedIn.ROLE_AUTHORITY);
    }

    void become(PanelUser user) {
        become(user, user.role().authority());
    }

    private static void become(Object principal, String authority) {
        Authentication before =
                Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
        become(principal, authority, Objects.requireNonNull(before.getDetails()));
    }

    private static void become(Object principal, String authority, Object details) {
        UsernamePasswordAuthenticationToken next = UsernamePasswordAuthenticationToken.authenticated(
                principal, null, List.of(new SimpleGrantedAuthority(authority)));
        next.setDetails(details);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(next);
        SecurityContextHolder.setContext(context);
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            HttpServletRequest request = attributes.getRequest();
            if (request.getSession(false) != null) {
                request.changeSessionId();
                request.getSession()
                        .setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, context);
            }
        }
    }
}
