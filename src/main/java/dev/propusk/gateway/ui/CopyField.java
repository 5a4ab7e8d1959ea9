package dev.propusk.gateway.ui;

import com.vaadin.flow.component.textfield.TextField;
import dev.propusk.panel.CopyButton;

/** A value to be copied elsewhere. */
final class CopyField extends TextField {
    CopyField(String label, String value) {
        super(label);
        setValue(value);
        setReadOnly(true);
        setWidthFull();
        CopyButton copy = new CopyButton("", value);
        copy.setAriaLabel(getTranslation("copy.named", label));
        setSuffixComponent(copy);
    }
}
