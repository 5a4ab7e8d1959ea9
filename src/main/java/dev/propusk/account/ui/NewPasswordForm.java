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
import dev.propusk.account.TooManyTriesException;
import dev.propusk.panel.RecordForm;
import java.util.function.BiConsumer;

/** Asks for a new password twice, and for the current one where it is known. */
class NewPasswordForm extends Composite<VerticalLayout> {
    private final PasswordField current = new PasswordField(getTranslation("password.current"));
    private final PasswordField next = new PasswordField(getTranslation("password.new"));
    private final PasswordField again = new PasswordField(getTranslation("password.again"));
    private final RecordForm<Answers> form = new RecordForm<>(Answers.class);
    private final BiConsumer<String, String> change;

    /** What is typed; the current one is empty where it is not asked for. */
    public record Answers(String current, String next, String again) {}

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
        form.bind(current, "current");
        form.bind(next, "next");
        form.bind(again, "again", text -> text.equals(next.getValue()), getTranslation("password.differ"));
        form.recheck("again", next);
        Button save = new Button(getTranslation("password.save"), click -> submit());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickShortcut(Key.ENTER).listenOn(getContent());
        getContent().setPadding(false);
        getContent().addClassName("narrow-form");
        getContent().add(current, next, again, save);
    }

    private void submit() {
        try {
            if (form.create(answers -> change.accept(answers.current(), answers.next()))) {
                form.clear();
            }
        } catch (TooManyTriesException e) {
            form.refuse("current", getTranslation("code.too-many"));
        } catch (InvalidPasswordException e) {
            form.refuse(
                    e.fault() == Fault.WRONG_CURRENT ? "current" : "next",
                    getTranslation("password.fault." + e.fault(), PasswordRules.SHORTEST, PasswordRules.LONGEST));
        }
    }
}
