package dev.propusk.panel;

import com.vaadin.flow.component.textfield.TextField;

/** A value to be copied elsewhere. */
public final class CopyField extends TextField {
    public CopyField(String label, String value) {
        super(label);
        setValue(value);
        setReadOnly(true);
        setWidthFull();
        CopyButton copy = new CopyButton("", value);
        copy.setAriaLabel(getTranslation("copy.named", label));
        setSuffixComponent(copy);
    }
}
