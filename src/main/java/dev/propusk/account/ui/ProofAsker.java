package dev.propusk.account.ui;

import com.vaadin.flow.component.UI;
import dev.propusk.account.factor.Reproving;
import dev.propusk.panel.FailureAnswer;
import dev.propusk.panel.Notices;
import dev.propusk.security.ProofNeededException;
import org.springframework.stereotype.Component;

/** Asks for a proof before an action, and wherever one turns out to be missing. */
@Component
public class ProofAsker implements FailureAnswer {
    private final Reproving reproving;

    ProofAsker(Reproving reproving) {
        this.reproving = reproving;
    }

    /** Does it, at once or after the proof. */
    public void before(Runnable action) {
        if (reproving.isRecent()) {
            action.run();
        } else {
            new ProofDialog(reproving, UI.getCurrent().getTranslation("proof.before"), action).open();
        }
    }

    @Override
    public boolean answers(Throwable failure, UI page) {
        boolean isMine = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            isMine |= cause instanceof ProofNeededException;
        }
        if (isMine) {
            new ProofDialog(
                            reproving,
                            page.getTranslation("proof.again"),
                            () -> Notices.done(page.getTranslation("proof.done")))
                    .open();
        }
        return isMine;
    }
}
