package dev.propusk.account.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import dev.propusk.account.passkey.Passkeys;
import dev.propusk.account.passkey.Passkeys.Passkey;
import dev.propusk.base.Dates;
import dev.propusk.panel.Confirmation;
import dev.propusk.panel.Notices;
import java.time.ZoneId;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;

/** A person's passkeys: what they called them, and the ways to add one and to take one away. */
class PasskeyList extends Composite<Div> {
    private final Passkeys passkeys;
    private final ProofAsker proof;
    private final Runnable changed;
    private final ZoneId zone;
    private final UnorderedList list = new UnorderedList();
    private final TextField label = new TextField(getTranslation("passkey.label"));
    private final Button add = new Button(getTranslation("passkey.add"));

    /**
     * @param changed takes the session on: all others have just ended
     * @param zone where the reader is
     */
    PasskeyList(Passkeys passkeys, ProofAsker proof, Runnable changed, ZoneId zone) {
        this.passkeys = passkeys;
        this.proof = proof;
        this.changed = changed;
        this.zone = zone;
        list.addClassName("history");
        label.setMaxLength(Passkeys.LONGEST_LABEL);
        label.setHelperText(getTranslation("passkey.label.help"));
        add.addClickListener(click -> proof.before(this::add));
        Div adding = new Div(label, add);
        adding.addClassName("field-and-button");
        getContent().add(new Paragraph(getTranslation("passkey.about")), list, adding);
        show();
    }

    private void show() {
        list.removeAll();
        passkeys.list().forEach(one -> list.add(item(one)));
    }

    private ListItem item(Passkey one) {
        Button remove = new Button(getTranslation("passkey.remove"), click -> askToRemove(one));
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        remove.setAriaLabel(getTranslation("passkey.remove-named", one.label()));
        return new ListItem(
                new Span(one.label()),
                new Span(getTranslation("passkey.used", Dates.moment(this, one.lastAt(), zone))),
                remove);
    }

    private void add() {
        PublicKeyCredentialCreationOptions asked = passkeys.begin();
        PasskeyAnswer.made(
                add,
                passkeys.write(asked),
                answer -> added(asked, answer),
                () -> Notices.problem(getTranslation("passkey.none")));
    }

    private void added(PublicKeyCredentialCreationOptions asked, String answer) {
        String name = label.getValue().isBlank() ? getTranslation("passkey.unnamed") : label.getValue();
        if (passkeys.add(asked, answer, name)) {
            changed.run();
            label.clear();
            show();
            Notices.done(getTranslation("passkey.added"));
        } else {
            Notices.problem(getTranslation("passkey.refused"));
        }
    }

    private void askToRemove(Passkey one) {
        String action = getTranslation("passkey.remove");
        new Confirmation(
                        getTranslation("passkey.remove.question", one.label()),
                        action,
                        () -> proof.before(() -> {
                            passkeys.remove(one.id());
                            changed.run();
                            show();
                        }))
                .open();
    }
}
