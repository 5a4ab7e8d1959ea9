package dev.propusk.gateway.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetailsSource;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;

/** Makes somebody the one who calls, for the rest of a call. */
final class GatewaySignIn {
    private static final RequestAttributeSecurityContextRepository CONTEXTS =
            new RequestAttributeSecurityContextRepository();
    private static final WebAuthenticationDetailsSource DETAILS = new WebAuthenticationDetailsSource();

    private GatewaySignIn() {}

    static void as(AbstractAuthenticationToken caller, HttpServletRequest request, HttpServletResponse response) {
        caller.setDetails(DETAILS.buildDetails(request));
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(caller);
        SecurityContextHolder.setContext(context);
        // an answer that is held back leaves in another thread
        CONTEXTS.saveContext(context, request, response);
    }
}
