package dev.propusk.account.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import dev.propusk.account.InvalidPasswordException;
import dev.propusk.account.InvalidPasswordException.Fault;
import dev.propusk.account.PasswordRules;
import java.util.function.BiConsumer;

/** Asks for a new password twice, and for the current one where it is known. */
class NewPasswordForm extends Composite<VerticalLayout> {
    private final PasswordField current = new PasswordField(getTranslation("password.current"));
    private final PasswordField next = new PasswordField(getTranslation("password.new"));
    private final PasswordField again = new PasswordField(getTranslation("password.again"));
    private final BiConsumer<String, String> change;

    /**
     * @param withCurrent whether the current one is asked for
     * @param change takes the current and the new one; what it throws as {@link InvalidPasswordException} is shown
     */
    NewPasswordForm(boolean withCurrent, BiConsumer<String, String> change) {
        this.change = change;
        current.setVisible(withCurrent);
        current.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        next.setAutocomplete(Autocomplete.NEW_PASSWORD);
        next.setHelperText(getTranslation("password.help", PasswordRules.SHORTEST));
        again.setAutocomplete(Autocomplete.NEW_PASSWORD);
        Button save = new Button(getTranslation("password.save"), click -> submit());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickShortcut(Key.ENTER).listenOn(getContent());
        getContent().setPadding(false);
        getContent().addClassName("narrow-form");
        getContent().add(current, next, again, save);
    }

    private void submit() {
        current.setInvalid(false);
        next.setInvalid(false);
        again.setErrorMessage(getTranslation("password.differ"));
        again.setInvalid(!again.getValue().equals(next.getValue()));
        if (again.isInvalid()) {
            return;
        }
        try {
            change.accept(current.getValue(), next.getValue());
            current.clear();
            next.clear();
            again.clear();
        } catch (InvalidPasswordException e) {
            PasswordField wrong = e.fault() == Fault.WRONG_CURRENT ? current : next;
            wrong.setErrorMessage(getTranslation("password.fault." + e.fault(), PasswordRules.SHORTEST));
            wrong.setInvalid(true);
        }
    }
}
