package dev.propusk.account.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import dev.propusk.account.identity.ProofOutcome;
import dev.propusk.panel.Notices;
import org.springframework.stereotype.Component;

/** Tells whoever comes back from the provider of identities what came of it, on the page that they had left. */
@Component
class ProofReport implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> init.getUI().addAfterNavigationListener(ProofReport::tell));
    }

    private static void tell(AfterNavigationEvent event) {
        ProofOutcome.take(VaadinSession.getCurrent().getSession()).ifPresent(outcome -> {
            UI ui = UI.getCurrent();
            if (outcome.fault() == null) {
                Notices.done(ui.getTranslation("proof.done"));
            } else {
                Notices.problem(ui.getTranslation(SignInRefusedView.key(outcome.fault())));
            }
        });
    }
}
