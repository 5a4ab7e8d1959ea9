package dev.propusk.account.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextField;
import dev.propusk.account.TooManyTriesException;
import java.util.function.Predicate;

/** Asks for a code from a device. */
class CodeForm extends Composite<VerticalLayout> {
    private final TextField code;
    private final Predicate<String> give;

    /** @param give takes what was typed, and says whether it was right */
    CodeForm(String label, Predicate<String> give) {
        this.code = new TextField(label);
        this.give = give;
        code.getElement().setAttribute("autocomplete", "one-time-code");
        code.setAutofocus(true);
        Button save = new Button(getTranslation("code.save"), click -> submit());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickShortcut(Key.ENTER).listenOn(getContent());
        getContent().setPadding(false);
        getContent().addClassName("narrow-form");
        getContent().add(code, save);
    }

    private void submit() {
        try {
            boolean isRight = give.test(code.getValue());
            code.setErrorMessage(getTranslation("code.wrong"));
            code.setInvalid(!isRight);
        } catch (TooManyTriesException e) {
            code.setErrorMessage(getTranslation("code.too-many"));
            code.setInvalid(true);
        }
    }
}
