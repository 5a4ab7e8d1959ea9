package dev.propusk.account.identity;

import com.vaadin.flow.server.WrappedSession;
import dev.propusk.account.identity.IdentityRefusedException.Fault;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of the way to the provider of identities that somebody went from within the panel; told on the page where they
 * are back, once.
 *
 * @param fault null: they have proven who they are
 */
public record ProofOutcome(@Nullable Fault fault) implements Serializable {
    private static final String NAME = ProofOutcome.class.getName();

    /** Keeps it with the session, which goes on. */
    void keep(HttpServletRequest request) {
        request.getSession().setAttribute(NAME, this);
    }

    /** The one that is still to be told. */
    public static Optional<ProofOutcome> take(WrappedSession session) {
        Optional<ProofOutcome> kept = Optional.ofNullable((ProofOutcome) session.getAttribute(NAME));
        kept.ifPresent(outcome -> session.removeAttribute(NAME));
        return kept;
    }
}
