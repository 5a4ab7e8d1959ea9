package dev.propusk.panel;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;

/**
 * A form in a dialog. It closes when what was typed has been saved, and not before: whatever fails on the way, nothing typed
 * is lost.
 *
 * @param <R> what it asks for
 */
public abstract class FormDialog<R extends Record> extends Dialog {
    private final RecordForm<R> form;

    /** A component is put together while it is made, as all of Vaadin's are. */
    @SuppressWarnings("this-escape")
    protected FormDialog(Class<R> type) {
        form = new RecordForm<>(type);
        add(form.notice());
    }

    public final RecordForm<R> form() {
        return form;
    }

    /** Saves what was typed: whether it did; else the form says why not. */
    protected abstract boolean save();

    /**
     * The buttons below the form.
     *
     * @param deed what is on the one that saves
     * @return that one
     */
    protected final Button offer(String deed) {
        Button button = new Button(deed, click -> submit());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("cancel"), click -> close()), button);
        return button;
    }

    private void submit() {
        if (save()) {
            close();
        }
    }
}
