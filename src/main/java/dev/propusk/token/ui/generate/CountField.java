package dev.propusk.token.ui.generate;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.slider.IntegerSlider;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.OptionalInt;

/** How many, from 1 to what is left: by a slider or in figures. */
class CountField extends Composite<Div> {
    private final IntegerField field = new IntegerField(getTranslation("token.generate.count"));
    private final IntegerSlider slider = new IntegerSlider(1, 2);
    private int most = 1;

    CountField() {
        field.setMin(1);
        field.setStepButtonsVisible(true);
        field.setManualValidation(true);
        slider.setAriaLabel(getTranslation("token.generate.count"));
        field.addValueChangeListener(change -> {
            Integer wanted = change.getValue();
            if (wanted != null) {
                slider.setValue(Math.clamp(wanted, 1, Math.max(2, most)));
            }
        });
        slider.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                field.setValue(change.getValue());
                validated();
            }
        });
        getContent().addClassName("count-field");
        getContent().add(field, slider);
    }

    /** Says what is left; a number that was entered stays. */
    void limit(int left) {
        most = left;
        field.setMax(Math.max(1, left));
        field.setHelperText(
                left == 0 ? getTranslation("token.generate.full") : getTranslation("token.generate.left", left));
        slider.setMax(Math.max(2, left));
        slider.setVisible(left > 1);
        field.setEnabled(left > 0);
    }

    void set(int count) {
        field.setValue(count);
        slider.setValue(Math.clamp(count, 1, Math.max(2, most)));
    }

    /** Empty, and said so beside the field, where it is no number from 1 to what is left. */
    OptionalInt validated() {
        Integer count = field.getValue();
        boolean fits = count != null && count >= 1 && count <= most;
        field.setErrorMessage(getTranslation("token.generate.count.error", most));
        field.setInvalid(!fits);
        return fits && count != null ? OptionalInt.of(count) : OptionalInt.empty();
    }
}
