package dev.propusk.api.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import dev.propusk.panel.CopyButton;

/** Shows a new key, once. */
class MadeKeyDialog extends Dialog {
    MadeKeyDialog(String key) {
        setHeaderTitle(getTranslation("key.made.title"));
        Pre shown = new Pre(key);
        shown.addClassName("secret");
        add(new Paragraph(getTranslation("key.made.once")), shown, new CopyButton(getTranslation("key.copy"), key));
        Button done = new Button(getTranslation("key.made.close"), click -> close());
        done.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(done);
        setCloseOnOutsideClick(false);
        setWidth("min(560px, 96vw)");
    }
}
