package dev.propusk.account.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.propusk.account.TooManyTriesException;
import dev.propusk.account.factor.Reproving;

/** Asks once more for what its person signs in by, before something goes on that protects a login, a key or a secret. */
class ProofDialog extends Dialog {
    private final Reproving reproving;
    private final Runnable proven;
    private final PasswordField password = new PasswordField(getTranslation("proof.password"));
    private final TextField code = new TextField(getTranslation("sign-in.code"));
    private final VerticalLayout fields;
    private final Button go = new Button(getTranslation("code.save"), click -> prove());
    private boolean withPassword = true;

    /** @param proven what goes on then */
    ProofDialog(Reproving reproving, String explanation, Runnable proven) {
        this.reproving = reproving;
        this.proven = proven;
        setHeaderTitle(getTranslation("proof.title"));
        setWidth("min(420px, 96vw)");
        password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        password.setAutofocus(true);
        code.getElement().setAttribute("autocomplete", "one-time-code");
        fields = new VerticalLayout(new Paragraph(explanation), password, code);
        fields.setPadding(false);
        fields.addClassName("narrow-form");
        add(fields);
        go.addThemeVariants(ButtonVariant.PRIMARY);
        go.addClickShortcut(Key.ENTER).listenOn(this);
        getFooter().add(new Button(getTranslation("cancel"), click -> close()), go);
    }

    /**
     * Another way to prove it.
     *
     * @param only whether it is the one that there is
     */
    void offer(Button way, boolean only) {
        withPassword = !only;
        password.setVisible(withPassword);
        go.setVisible(withPassword);
        fields.add(way);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        code.setVisible(withPassword && reproving.needsCode());
    }

    private void prove() {
        try {
            if (reproving.prove(password.getValue(), code.getValue())) {
                close();
                proven.run();
            } else {
                refuse("proof.wrong");
            }
        } catch (TooManyTriesException e) {
            refuse("proof.too-many");
        }
    }

    private void refuse(String key) {
        password.setErrorMessage(getTranslation(key));
        password.setInvalid(true);
    }
}
