package dev.propusk.security.ui;

import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.component.login.LoginOverlay;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.propusk.base.PageTitle;
import dev.propusk.web.Failure;
import dev.propusk.web.SignInWay;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.web.WebAttributes;

/** Signing in to the Control Panel. */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
public class LoginView extends LoginOverlay implements BeforeEnterObserver, HasDynamicTitle {
    LoginView(ObjectProvider<SignInWay> ways) {
        setAction("login");
        ways.orderedStream().map(SignInWay::offer).flatMap(Optional::stream).forEach(getFooter()::add);
        setI18n(texts());
        setForgotPasswordButtonVisible(false);
        setOpened(true);
    }

    private LoginI18n texts() {
        LoginI18n i18n = LoginI18n.createDefault();
        LoginI18n.Header header = new LoginI18n.Header();
        header.setTitle(getTranslation("app.name"));
        header.setDescription(getTranslation("login.description"));
        i18n.setHeader(header);
        LoginI18n.Form form = i18n.getForm();
        form.setTitle(getTranslation("login.title"));
        form.setUsername(getTranslation("login.username"));
        form.setPassword(getTranslation("login.password"));
        form.setSubmit(getTranslation("login.submit"));
        LoginI18n.ErrorMessage error = i18n.getErrorMessage();
        error.setTitle(getTranslation(isSlowedDown() ? "login.error.slow" : "login.error.title"));
        error.setMessage(getTranslation(message()));
        error.setUsername(getTranslation("login.error.username"));
        error.setPassword(getTranslation("login.error.password"));
        return i18n;
    }

    private static boolean isSlowedDown() {
        return failure() instanceof LockedException;
    }

    /** A right password may be refused as well, where the database is away, too many come at once or we made a mistake. */
    private static String message() {
        return switch (failure()) {
            case LockedException e -> "login.error.slow-message";
            case AuthenticationServiceException e -> Failure.of(e).key();
            case null, default -> "login.error.message";
        };
    }

    private static @Nullable Object failure() {
        return VaadinSession.getCurrent().getSession().getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        setError(event.getLocation().getQueryParameters().getParameters().containsKey("error"));
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(this, "login.title");
    }
}
