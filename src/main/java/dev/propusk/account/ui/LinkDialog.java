package dev.propusk.account.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import dev.propusk.panel.Notices;
import java.net.URI;

/** A one-time link to be handed to its person; it is not shown again. */
class LinkDialog extends Dialog {
    LinkDialog(String explanation, URI link) {
        setHeaderTitle(getTranslation("account.link"));
        setWidth("min(560px, 96vw)");
        TextArea text = new TextArea(getTranslation("account.link"));
        text.setValue(link.toString());
        text.setReadOnly(true);
        text.setWidthFull();
        add(new Paragraph(explanation), text);
        Button copy = new Button(getTranslation("account.link.copy"), click -> {
            getElement().executeJs("navigator.clipboard?.writeText($0)", link.toString());
            Notices.done(getTranslation("account.link.copied"));
        });
        copy.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("account.close"), click -> close()), copy);
    }
}
