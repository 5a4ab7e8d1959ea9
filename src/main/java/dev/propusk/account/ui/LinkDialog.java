package dev.propusk.account.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextArea;
import dev.propusk.account.mail.LinkMail;
import dev.propusk.base.Texts;
import dev.propusk.panel.CopyButton;
import dev.propusk.panel.Notices;
import java.net.URI;
import java.util.Locale;

/** A one-time link to be handed to its person, or sent by mail where that is set up; it is not shown again. */
class LinkDialog extends Dialog {
    private final LinkMail mail;
    private final URI link;
    private final LinkMail.Kind kind;
    private final EmailField address = new EmailField(getTranslation("account.mail.address"));
    private final Select<Locale> language = new Select<>();

    LinkDialog(LinkMail mail, URI link, LinkMail.Kind kind) {
        this.mail = mail;
        this.link = link;
        this.kind = kind;
        setHeaderTitle(getTranslation("account.link"));
        setWidth("min(560px, 96vw)");
        TextArea text = new TextArea(getTranslation("account.link"));
        text.setValue(link.toString());
        text.setReadOnly(true);
        text.setWidthFull();
        add(new Paragraph(getTranslation("account.link." + kind)), text);
        CopyButton copy = new CopyButton(getTranslation("account.link.copy"), link.toString());
        getFooter().add(new Button(getTranslation("account.close"), click -> close()), copy);
    }

    /** In one of these languages. */
    void offerLetter(Texts texts) {
        language.setLabel(getTranslation("account.mail.language"));
        language.setItems(texts.getProvidedLocales());
        language.setItemLabelGenerator(one -> texts.get(one, "portal.language"));
        language.setValue(texts.closest(getLocale()));
        Button send = new Button(getTranslation("account.mail.send"), click -> send());
        send.addThemeVariants(ButtonVariant.PRIMARY);
        FlexLayout letter = new FlexLayout(address, language, send);
        letter.addClassName("page-header");
        add(letter);
    }

    private void send() {
        String to = address.getValue().strip();
        boolean right = LinkMail.isAddress(to);
        address.setInvalid(!right);
        address.setErrorMessage(getTranslation("account.mail.address.error"));
        if (!right) {
            return;
        }
        if (mail.send(to, language.getValue(), link, kind)) {
            Notices.done(getTranslation("account.mail.sent", to));
        } else {
            Notices.problem(getTranslation("account.mail.failed"));
        }
    }
}
