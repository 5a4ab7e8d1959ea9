package dev.propusk.panel;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Paragraph;

/**
 * The one question before what can't be undone: it says what will happen, and the deed's own name is on the button. The
 * focus is on the other one, so that a mere Enter does nothing.
 */
public final class Confirmation extends ConfirmDialog {
    public Confirmation(String question, String action, Runnable confirmed) {
        setHeader(question);
        setCancelable(true);
        Button cancel = new Button(getTranslation("cancel"));
        setCancelButton(cancel);
        setConfirmText(action);
        setConfirmButtonTheme("error primary");
        addConfirmListener(confirm -> confirmed.run());
        // the dialog itself takes the focus to the other button as it opens
        getElement()
                .executeJs(
                        "this.shadowRoot.addEventListener('vaadin-overlay-open', () => $0.focus())",
                        cancel.getElement());
    }

    /** With what will happen. */
    public Confirmation(String question, String consequence, String action, Runnable confirmed) {
        this(question, action, confirmed);
        setText(new Paragraph(consequence));
    }

    /** For what can be undone, yet concerns much. */
    public Confirmation mild() {
        setConfirmButtonTheme("primary");
        return this;
    }
}
