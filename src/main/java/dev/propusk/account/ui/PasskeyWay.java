package dev.propusk.account.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.propusk.account.signin.PasskeySignIn;
import dev.propusk.panel.Notices;
import dev.propusk.web.SignInWay;
import java.util.Optional;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;

/** Signing in by a passkey, on the sign-in page. */
@org.springframework.stereotype.Component
class PasskeyWay implements SignInWay {
    private final PasskeySignIn passkeys;

    PasskeyWay(PasskeySignIn passkeys) {
        this.passkeys = passkeys;
    }

    @Override
    public Optional<Component> offer() {
        Button button = new Button(VaadinIcon.KEY.create());
        button.setText(button.getTranslation("passkey.sign-in"));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setWidthFull();
        button.addClickListener(click -> signIn(button));
        return Optional.of(button);
    }

    private void signIn(Button button) {
        PublicKeyCredentialRequestOptions asked = passkeys.ask();
        PasskeyAnswer.signed(
                button,
                passkeys.write(asked),
                answer -> {
                    if (passkeys.signIn(asked, answer)) {
                        UI.getCurrent().getPage().setLocation("/");
                    } else {
                        Notices.problem(button.getTranslation("passkey.refused"));
                    }
                },
                () -> Notices.problem(button.getTranslation("passkey.none")));
    }
}
