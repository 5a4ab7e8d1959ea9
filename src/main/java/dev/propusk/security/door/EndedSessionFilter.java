package dev.propusk.security.door;

import dev.propusk.security.PanelSession;
import dev.propusk.security.SignInDetails;
import dev.propusk.security.SignedIn;
import dev.propusk.security.StaffAddresses;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session that is no longer to be let in ({@link SignedIn}), on whichever node that came about, or that has moved to
 * where its person may not work from, and keeps the others from growing idle.
 */
public class EndedSessionFilter extends OncePerRequestFilter {
    /** What the page sends by itself, as Vaadin names it. */
    private static final Pattern BY_ITSELF = Pattern.compile("(^|.*&)v-r=(heartbeat|push)(&.*|$)");

    private final SignedIn signedIn;
    private final StaffAddresses staff;
    private final SecurityContextLogoutHandler logout = new SecurityContextLogoutHandler();

    public EndedSessionFilter(SignedIn signedIn, StaffAddresses staff) {
        this.signedIn = signedIn;
        this.staff = staff;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (PanelSession.of(authentication)
                .filter(session -> !staff.admit(session.user().role(), request.getRemoteAddr())
                        || !signedIn.current(List.of(session)).test(session))
                .isPresent()) {
            logout.logout(request, response, authentication);
            SecurityContextHolder.getContext()
                    .setAuthentication(new AnonymousAuthenticationToken(
                            "ended", "anonymousUser", List.of(new SimpleGrantedAuthority("ROLE_ANONYMOUS"))));
        } else if (!BY_ITSELF.matcher(String.valueOf(request.getQueryString())).matches()) {
            SignInDetails.current().ifPresent(signedIn::seen);
        }
        chain.doFilter(request, response);
    }
}
