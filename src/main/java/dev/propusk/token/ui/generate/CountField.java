package dev.propusk.token.ui.generate;

import com.vaadin.flow.component.AbstractCompositeField;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.slider.IntegerSlider;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.binder.ValidationResult;
import com.vaadin.flow.data.binder.Validator;
import org.jspecify.annotations.Nullable;

/** How many, from 1 to what is left: by a slider or in figures. What is entered wrongly is told at the figures. */
class CountField extends AbstractCompositeField<Div, CountField, Integer> implements HasValidation {
    private final IntegerField field = new IntegerField(getTranslation("token.generate.count"));
    private final IntegerSlider slider = new IntegerSlider(1, 2);
    private int most = 1;

    CountField() {
        super(null);
        field.setMin(1);
        field.setStepButtonsVisible(true);
        field.setManualValidation(true);
        slider.setAriaLabel(getTranslation("token.generate.count"));
        field.addValueChangeListener(change -> {
            slide(change.getValue());
            setModelValue(change.getValue(), change.isFromClient());
        });
        slider.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                field.setValue(change.getValue());
            }
        });
        getContent().addClassName("count-field");
        getContent().add(field, slider);
    }

    private void slide(@Nullable Integer count) {
        if (count != null) {
            slider.setValue(Math.clamp(count, 1, Math.max(2, most)));
        }
    }

    @Override
    protected void setPresentationValue(@Nullable Integer count) {
        field.setValue(count);
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

    /** From 1 to what is left by then. */
    Validator<Integer> validator() {
        return (count, context) -> count != null && count >= 1 && count <= most
                ? ValidationResult.ok()
                : ValidationResult.error(getTranslation("token.generate.count.error", most));
    }

    @Override
    public void setErrorMessage(@Nullable String message) {
        field.setErrorMessage(message);
    }

    @Override
    public String getErrorMessage() {
        return field.getErrorMessage();
    }

    @Override
    public void setInvalid(boolean invalid) {
        field.setInvalid(invalid);
    }

    @Override
    public boolean isInvalid() {
        return field.isInvalid();
    }
}
