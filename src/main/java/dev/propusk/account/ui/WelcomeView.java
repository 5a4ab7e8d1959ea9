package dev.propusk.account.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.propusk.account.AccountLinks;
import dev.propusk.account.AccountNotFoundException;
import dev.propusk.account.signin.ThisDevice;
import dev.propusk.base.PageTitle;

/** Where a one-time link leads: its person sets the login's password. */
@Route(value = AccountLinks.PATH + "/:token", autoLayout = false)
@AnonymousAllowed
class WelcomeView extends CardPage implements BeforeEnterObserver, HasDynamicTitle {
    private final AccountLinks links;
    private final ThisDevice device;

    WelcomeView(AccountLinks links, ThisDevice device) {
        this.links = links;
        this.device = device;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String token = event.getRouteParameters().get("token").orElse("");
        links.open(token)
                .ifPresentOrElse(
                        username -> show(
                                getTranslation("welcome.title"),
                                getTranslation("welcome.explanation", username),
                                new NewPasswordForm(false, (none, next) -> set(token, next))),
                        this::showUseless);
    }

    private void set(String token, String password) {
        try {
            // so that they get in at once, however many strangers guess at their login
            var _ = device.remember(links.use(token, password));
            show(getTranslation("welcome.done"), getTranslation("welcome.done-explanation"), signIn());
        } catch (AccountNotFoundException e) {
            showUseless();
        }
    }

    private void showUseless() {
        show(getTranslation("welcome.useless"), getTranslation("welcome.useless-explanation"), signIn());
    }

    private Anchor signIn() {
        Anchor anchor = new Anchor("/login", getTranslation("welcome.sign-in"));
        anchor.setRouterIgnore(true);
        anchor.addClassName("button-link");
        return anchor;
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(this, "welcome.title");
    }
}
