package dev.propusk.token.ui.generate;

import com.vaadin.flow.component.AbstractCompositeField;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.binder.HasValidator;
import com.vaadin.flow.data.binder.ValidationStatusChangeEvent;
import com.vaadin.flow.data.binder.ValidationStatusChangeListener;
import com.vaadin.flow.data.binder.Validator;
import com.vaadin.flow.shared.Registration;
import dev.propusk.token.Term;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long: the usual terms as chips, a field for any other, or unlimited. Empty where what was entered is no term; that is
 * told at the field.
 */
class TermField extends AbstractCompositeField<Div, TermField, Term> implements HasValidation, HasValidator<Term> {
    private static final List<Term> USUAL = Stream.concat(
                    Stream.of(1, 3, 7, 14, 30).map(Term::ofDays), Stream.of(Term.UNLIMITED))
            .toList();

    private final RadioButtonGroup<Term> chips = new RadioButtonGroup<>(getTranslation("token.term"));
    private final IntegerField days = new IntegerField(getTranslation("token.term.field"));

    TermField() {
        super(null);
        chips.setItems(USUAL);
        chips.setItemLabelGenerator(
                term -> term.isUnlimited() ? getTranslation("token.term.unlimited") : String.valueOf(term.days()));
        chips.setHelperText(getTranslation("token.term.help"));
        chips.addClassName("chips");
        days.setMin(Term.MIN_DAYS);
        days.setMax(Term.MAX_DAYS);
        days.setStepButtonsVisible(true);
        days.setManualValidation(true);
        days.setI18n(new IntegerField.IntegerFieldI18n().setBadInputErrorMessage(getTranslation("token.term.error")));
        chips.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                days.setValue(change.getValue().days());
                setModelValue(term(), true);
            }
        });
        days.addValueChangeListener(change -> {
            boolean emptiedByAChip = change.getValue() == null && Term.UNLIMITED.equals(chips.getValue());
            if (!emptiedByAChip) {
                chips.setValue(usual(change.getValue()));
            }
            setModelValue(term(), change.isFromClient());
        });
        getContent().addClassName("term-field");
        getContent().add(chips, days);
        setValue(Term.ofDays(7));
    }

    private static @Nullable Term usual(@Nullable Integer days) {
        return USUAL.stream()
                .filter(term -> days != null && days.equals(term.days()))
                .findFirst()
                .orElse(null);
    }

    private @Nullable Term term() {
        if (chips.getValue() != null) {
            return chips.getValue();
        }
        Integer entered = days.getValue();
        return entered == null || entered < Term.MIN_DAYS || entered > Term.MAX_DAYS ? null : Term.ofDays(entered);
    }

    @Override
    protected void setPresentationValue(@Nullable Term term) {
        chips.setValue(term != null && USUAL.contains(term) ? term : null);
        days.setValue(term == null ? null : term.days());
    }

    /** What can't be read as a number is no change of the value, and yet wrong. */
    @Override
    public Validator<Term> getDefaultValidator() {
        return (term, context) -> days.getDefaultValidator().apply(days.getValue(), context);
    }

    @Override
    public Registration addValidationStatusChangeListener(ValidationStatusChangeListener<Term> listener) {
        return days.addValidationStatusChangeListener(change ->
                listener.validationStatusChanged(new ValidationStatusChangeEvent<>(this, change.getNewStatus())));
    }

    @Override
    public void setErrorMessage(@Nullable String message) {
        days.setErrorMessage(message);
    }

    @Override
    public String getErrorMessage() {
        return days.getErrorMessage();
    }

    @Override
    public void setInvalid(boolean invalid) {
        days.setInvalid(invalid);
    }

    @Override
    public boolean isInvalid() {
        return days.isInvalid();
    }
}
