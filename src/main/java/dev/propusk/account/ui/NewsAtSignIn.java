package dev.propusk.account.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import dev.propusk.account.guard.AccountNews;
import dev.propusk.journal.HistoryEntry;
import dev.propusk.security.CurrentUser;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells whoever has just signed in what was tried at their login while they were away, once. */
@Component
class NewsAtSignIn implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1;
    private static final String TOLD = NewsAtSignIn.class.getName();

    private final transient AccountNews news;
    private final transient CurrentUser currentUser;

    NewsAtSignIn(AccountNews news, CurrentUser currentUser) {
        this.news = news;
        this.currentUser = currentUser;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> init.getUI().addAfterNavigationListener(this::tellOnce));
    }

    private void tellOnce(AfterNavigationEvent event) {
        VaadinSession session = VaadinSession.getCurrent();
        if (session.getAttribute(TOLD) != null || currentUser.panelUser().isEmpty()) {
            return;
        }
        session.setAttribute(TOLD, true);
        List<HistoryEntry> missed = news.sinceLastHere();
        if (!missed.isEmpty()) {
            tell(UI.getCurrent(), missed);
        }
    }

    private void tell(UI ui, List<HistoryEntry> missed) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(ui.getTranslation("news.title"));
        dialog.setWidth("min(560px, 96vw)");
        Anchor profile = new Anchor("profile", ui.getTranslation("news.profile"));
        dialog.add(new NewsList(missed, news.zone()), new Paragraph(ui.getTranslation("news.advice")), profile);
        dialog.getFooter().add(new Button(ui.getTranslation("news.seen"), click -> dialog.close()));
        dialog.open();
    }
}
