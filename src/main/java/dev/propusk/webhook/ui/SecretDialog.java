package dev.propusk.webhook.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import dev.propusk.panel.CopyButton;

/** Shows a new secret, once. */
class SecretDialog extends Dialog {
    SecretDialog(String secret) {
        setHeaderTitle(getTranslation("hook.secret.title"));
        Pre shown = new Pre(secret);
        shown.addClassName("secret");
        add(
                new Paragraph(getTranslation("hook.secret.once")),
                shown,
                new CopyButton(getTranslation("hook.secret.copy"), secret),
                new Paragraph(getTranslation("hook.secret.use")));
        Button done = new Button(getTranslation("hook.secret.close"), click -> close());
        done.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(done);
        setCloseOnOutsideClick(false);
        setWidth("min(600px, 96vw)");
    }
}
