package dev.propusk.account.identity;

import dev.propusk.account.identity.IdentityRefusedException.Fault;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** Says in our words what the protocol found wrong. */
final class IdentityFaults {
    private static final Set<String> NEVER_ASKED =
            Set.of("authorization_request_not_found", "invalid_state_parameter", "invalid_request");
    private static final Set<String> NOT_BELIEVED = Set.of("invalid_id_token", "invalid_nonce");
    private static final int LONGEST = 300;

    private IdentityFaults() {}

    /**
     * @param isAsked whether this browser was sent there
     * @param answer what the provider said instead of yes
     */
    static IdentityRefusedException of(OAuth2AuthenticationException found, boolean isAsked, @Nullable String answer) {
        OAuth2Error error = found.getError();
        return new IdentityRefusedException(fault(found, isAsked, answer), detail(error), found);
    }

    private static Fault fault(OAuth2AuthenticationException found, boolean isAsked, @Nullable String answer) {
        String code = found.getError().getErrorCode();
        if (!isAsked || (NEVER_ASKED.contains(code) && answer == null)) {
            return Fault.BEGIN_AGAIN;
        }
        for (Throwable cause = found.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return Fault.AWAY;
            }
        }
        return NOT_BELIEVED.contains(code) ? Fault.UNTRUSTED : Fault.DENIED;
    }

    private static String detail(OAuth2Error error) {
        String text = error.getErrorCode() + (error.getDescription() == null ? "" : ": " + error.getDescription());
        return text.substring(0, Math.min(LONGEST, text.length()));
    }
}
