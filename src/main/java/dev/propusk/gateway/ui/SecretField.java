package dev.propusk.gateway.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.PasswordField;
import dev.propusk.gateway.NewGateway;
import java.security.SecureRandom;

/** A secret to be given or replaced; beside it, where the gateway has one, the choice to do without. */
class SecretField extends PasswordField {
    private final Checkbox forget;

    SecretField(String label, String help, String forget) {
        super(label);
        this.forget = new Checkbox(forget);
        this.forget.setVisible(false);
        this.forget.addValueChangeListener(change -> {
            clear();
            setEnabled(!change.getValue());
        });
        setHelperText(help);
        getElement().setAttribute("autocomplete", "new-password");
    }

    Checkbox forget() {
        return forget;
    }

    void tell(boolean isSet) {
        setPlaceholder(isSet ? getTranslation("gateway.secret.kept") : "");
        forget.setVisible(isSet);
    }

    /** A button that makes one, shown so that it can be copied to the gateway. */
    void offerOne() {
        Button make = new Button(getTranslation("gateway.secret.make"), click -> {
            setValue(NewGateway.madeSecret(new SecureRandom()));
            getElement().executeJs("this._setPasswordVisible(true)");
        });
        make.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        setPrefixComponent(make);
    }
}
