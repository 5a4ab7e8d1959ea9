package dev.propusk.account.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.propusk.account.identity.IdentityRefusedException.Fault;
import dev.propusk.base.DashedWord;
import dev.propusk.base.PageTitle;
import java.util.Arrays;

/** Why somebody whom the provider of identities sent was not let in, and what they can do. */
@Route(value = "sign-in-refused/:fault", autoLayout = false)
@AnonymousAllowed
class SignInRefusedView extends CardPage implements BeforeEnterObserver, HasDynamicTitle {
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String given = event.getRouteParameters().get("fault").orElse("");
        Fault fault = Arrays.stream(Fault.values())
                .filter(one -> DashedWord.of(one).equals(given))
                .findFirst()
                .orElse(Fault.BEGIN_AGAIN);
        Anchor again = new Anchor("/", getTranslation("welcome.sign-in"));
        again.setRouterIgnore(true);
        again.addClassName("button-link");
        show(getTranslation("identity.refused"), getTranslation(key(fault)), again);
    }

    /** The text that says what this means. */
    static String key(Fault fault) {
        return "identity.refused." + DashedWord.of(fault);
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(this, "identity.refused");
    }
}
