package dev.propusk.account.ui;

import com.vaadin.flow.component.UI;
import dev.propusk.account.factor.Reproving;
import dev.propusk.account.identity.IdentityRequests;
import dev.propusk.account.identity.OwnIdentity;
import dev.propusk.panel.FailureAnswer;
import dev.propusk.panel.Notices;
import dev.propusk.security.ProofNeededException;
import org.springframework.stereotype.Component;

/** Asks for a proof before an action, and wherever one turns out to be missing. */
@Component
public class ProofAsker implements FailureAnswer {
    private final Reproving reproving;
    private final OwnIdentity identity;
    private final IdentityRequests requests;

    ProofAsker(Reproving reproving, OwnIdentity identity, IdentityRequests requests) {
        this.reproving = reproving;
        this.identity = identity;
        this.requests = requests;
    }

    /** Does it, at once or after the proof. */
    public void before(Runnable action) {
        if (reproving.isRecent()) {
            action.run();
        } else {
            open(UI.getCurrent(), "proof.before", action);
        }
    }

    /** Whoever came by the provider of identities may have no password that they know. */
    private void open(UI page, String explanation, Runnable proven) {
        boolean isAway = identity.isHowTheyCame();
        ProofDialog dialog =
                new ProofDialog(reproving, page.getTranslation(isAway ? "proof.identity" : explanation), proven);
        if (identity.isLinked()) {
            dialog.offer(new IdentityButton("proof.identity.go", () -> requests.proof(here(page))), isAway);
        }
        dialog.open();
    }

    private static String here(UI page) {
        return page.getInternals().getActiveViewLocation().getPathWithQueryParameters();
    }

    @Override
    public boolean answers(Throwable failure, UI page) {
        boolean isMine = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            isMine |= cause instanceof ProofNeededException;
        }
        if (isMine) {
            open(page, "proof.again", () -> Notices.done(page.getTranslation("proof.done")));
        }
        return isMine;
    }
}
