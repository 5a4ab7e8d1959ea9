package dev.propusk.account.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.propusk.account.OwnAccount;
import dev.propusk.account.signin.PasskeySignIn;
import dev.propusk.account.signin.SignInSteps;
import dev.propusk.base.PageTitle;
import dev.propusk.panel.Notices;
import dev.propusk.security.HalfSignedIn;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;

/** What is left to do after a right password: a code, a password of one's own, a device that makes codes. */
@Route(value = SignInStepView.PATH, autoLayout = false)
@RolesAllowed(HalfSignedIn.ROLE)
class SignInStepView extends CardPage implements BeforeEnterObserver, HasDynamicTitle {
    static final String PATH = "sign-in";

    private final SignInSteps steps;
    private final OwnAccount account;
    private final PasskeySignIn passkeys;
    private final AuthenticationContext authentication;

    SignInStepView(
            SignInSteps steps, OwnAccount account, PasskeySignIn passkeys, AuthenticationContext authentication) {
        this.steps = steps;
        this.account = account;
        this.passkeys = passkeys;
        this.authentication = authentication;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        showNext();
    }

    private void showNext() {
        switch (steps.next()) {
            case CODE -> showFactor();
            case PASSWORD ->
                show(
                        getTranslation("sign-in.password.title"),
                        getTranslation("sign-in.password.explanation"),
                        new NewPasswordForm(true, this::changePassword),
                        leave());
            case ENROLMENT ->
                show(
                        getTranslation("sign-in.enrolment.title"),
                        getTranslation("sign-in.enrolment.explanation"),
                        new EnrolmentForm(account, steps::enrolled, this::goOn),
                        leave());
            case NONE -> goOn();
        }
    }

    /** Nobody is asked for a code of an app that they do not have. */
    private void showFactor() {
        if (steps.takesCode()) {
            show(
                    getTranslation("sign-in.code.title"),
                    getTranslation("sign-in.code.explanation"),
                    new CodeForm(getTranslation("sign-in.code"), this::give),
                    passkey(),
                    leave());
        } else {
            show(
                    getTranslation("sign-in.passkey.title"),
                    getTranslation("sign-in.passkey.explanation"),
                    passkey(),
                    leave());
        }
    }

    private Button passkey() {
        Button button = new Button(getTranslation("passkey.give"));
        button.setVisible(passkeys.isPossible());
        button.addClickListener(click -> {
            PublicKeyCredentialRequestOptions asked = passkeys.ask();
            PasskeyAnswer.signed(
                    button,
                    passkeys.write(asked),
                    answer -> give(asked, answer),
                    () -> Notices.problem(getTranslation("passkey.none")));
        });
        return button;
    }

    private void give(PublicKeyCredentialRequestOptions asked, String answer) {
        if (passkeys.give(asked, answer)) {
            goOn();
        } else {
            Notices.problem(getTranslation("passkey.refused"));
        }
    }

    private boolean give(String code) {
        boolean isRight = steps.give(code);
        if (isRight) {
            goOn();
        }
        return isRight;
    }

    private void changePassword(String current, String next) {
        account.changePassword(current, next);
        goOn();
    }

    private void goOn() {
        steps.proceed();
        UI.getCurrent().getPage().setLocation("/");
    }

    private Button leave() {
        Button button = new Button(getTranslation("layout.sign-out"), click -> authentication.logout());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(this, "login.title");
    }
}
