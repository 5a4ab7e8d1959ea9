package dev.propusk.account.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.propusk.account.Login;
import dev.propusk.account.OwnAccount;
import dev.propusk.account.signin.SignInSteps;
import dev.propusk.base.PageTitle;
import dev.propusk.journal.HistoryEntry;
import dev.propusk.panel.Confirmation;
import dev.propusk.panel.Notices;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.util.List;

/** Everybody's own login: the password and the second factor. */
@Route("profile")
@Menu(title = "profile.title", order = 90, icon = "vaadin:user")
@RolesAllowed({"OWNER", "OPERATOR", "SUPPORT", "ADMIN"})
class OwnAccountView extends VerticalLayout implements AfterNavigationObserver, HasDynamicTitle {
    private final OwnServices services;
    private final OwnAccount account;
    private final SignInSteps steps;
    private final Paragraph who = new Paragraph();
    private final Div password = new Div();
    private final VerticalLayout secondFactor = new VerticalLayout();
    private final Div passkeys = new Div();
    private final Div sessions = new Div();
    private final Div happened = new Div();

    OwnAccountView(OwnServices services) {
        this.services = services;
        this.account = services.account();
        this.steps = services.steps();
        secondFactor.setPadding(false);
        add(
                new H1(getTranslation("profile.title")),
                who,
                new H2(getTranslation("profile.password")),
                password,
                new H2(getTranslation("profile.second-factor")),
                secondFactor,
                new H2(getTranslation("passkey.title")),
                passkeys,
                new H2(getTranslation("profile.sessions")),
                sessions,
                new H2(getTranslation("profile.news")),
                happened);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        refresh();
        password.removeAll();
        if (services.identity().isHowTheyCame()) {
            password.add(new Paragraph(getTranslation("profile.password.identity")));
        } else {
            password.add(
                    new Paragraph(getTranslation("profile.password.explanation")),
                    new NewPasswordForm(true, this::changePassword));
        }
        ZoneId zone = services.news().zone();
        passkeys.removeAll();
        passkeys.add(new PasskeyList(services.passkeys(), services.proof(), steps::enrolled, zone));
        sessions.removeAll();
        sessions.add(new SessionList(services.sessions(), zone));
        List<HistoryEntry> entries = services.news().ofLastMonth();
        happened.removeAll();
        happened.add(
                entries.isEmpty() ? new Paragraph(getTranslation("profile.news.none")) : new NewsList(entries, zone));
    }

    private void refresh() {
        Login own = account.get();
        who.setText(getTranslation("profile.who", own.username(), getTranslation("account.role." + own.role())));
        secondFactor.removeAll();
        if (own.secondFactor()) {
            secondFactor.add(new Paragraph(getTranslation("profile.second-factor.on")));
            if (!account.isSecondFactorRequired()) {
                secondFactor.add(button("profile.second-factor.remove", this::askToRemove));
            }
        } else {
            secondFactor.add(
                    new Paragraph(getTranslation("profile.second-factor.off")),
                    button("profile.second-factor.set", this::enrol));
        }
    }

    private Button button(String key, Runnable action) {
        Button button =
                new Button(getTranslation(key), click -> services.proof().before(action));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    private void enrol() {
        secondFactor.removeAll();
        secondFactor.add(new EnrolmentForm(account, steps::enrolled, this::refresh));
    }

    private void askToRemove() {
        new Confirmation(
                        getTranslation("profile.second-factor.remove.question"),
                        getTranslation("profile.second-factor.remove.consequence"),
                        getTranslation("profile.second-factor.remove"),
                        this::remove)
                .open();
    }

    private void remove() {
        account.removeSecondFactor();
        steps.proceed();
        refresh();
    }

    private void changePassword(String current, String next) {
        account.changePassword(current, next);
        steps.proceed();
        Notices.done(getTranslation("profile.password.done"));
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(this, "profile.title");
    }
}
