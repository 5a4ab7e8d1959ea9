package dev.propusk.token.ui.generate;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import dev.propusk.token.Term;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How long: the usual terms as chips, a field for any other, or unlimited. */
class TermField extends Composite<Div> {
    private static final List<Term> USUAL = Stream.concat(
                    Stream.of(1, 3, 7, 14, 30).map(Term::ofDays), Stream.of(Term.UNLIMITED))
            .toList();

    private final RadioButtonGroup<Term> chips = new RadioButtonGroup<>(getTranslation("token.term"));
    private final IntegerField days = new IntegerField(getTranslation("token.term.field"));
    private Runnable changed = () -> {};

    TermField() {
        chips.setItems(USUAL);
        chips.setItemLabelGenerator(
                term -> term.isUnlimited() ? getTranslation("token.term.unlimited") : String.valueOf(term.days()));
        chips.setHelperText(getTranslation("token.term.help"));
        chips.addClassName("chips");
        days.setMin(Term.MIN_DAYS);
        days.setMax(Term.MAX_DAYS);
        days.setStepButtonsVisible(true);
        days.setI18n(new IntegerField.IntegerFieldI18n()
                .setBadInputErrorMessage(getTranslation("token.term.error"))
                .setMinErrorMessage(getTranslation("token.term.error"))
                .setMaxErrorMessage(getTranslation("token.term.error")));
        chips.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                days.setValue(change.getValue().days());
                tell();
            }
        });
        days.addValueChangeListener(change -> {
            boolean emptiedByAChip = change.getValue() == null && Term.UNLIMITED.equals(chips.getValue());
            if (!emptiedByAChip) {
                chips.setValue(usual(change.getValue()));
            }
            if (change.isFromClient()) {
                tell();
            }
        });
        getContent().addClassName("term-field");
        getContent().add(chips, days);
        set(Term.ofDays(7));
    }

    private static @Nullable Term usual(@Nullable Integer days) {
        return USUAL.stream()
                .filter(term -> days != null && days.equals(term.days()))
                .findFirst()
                .orElse(null);
    }

    private void tell() {
        days.setInvalid(term().isEmpty());
        changed.run();
    }

    void onChange(Runnable listener) {
        changed = listener;
    }

    void set(Term term) {
        chips.setValue(USUAL.contains(term) ? term : null);
        days.setValue(term.days());
    }

    /** Empty, and said so beside the field, where what was entered is no term. */
    Optional<Term> validated() {
        Optional<Term> term = term();
        days.setErrorMessage(getTranslation("token.term.error"));
        days.setInvalid(term.isEmpty());
        return term;
    }

    private Optional<Term> term() {
        if (chips.getValue() != null) {
            return Optional.of(chips.getValue());
        }
        Integer entered = days.getValue();
        return entered == null || entered < Term.MIN_DAYS || entered > Term.MAX_DAYS
                ? Optional.empty()
                : Optional.of(Term.ofDays(entered));
    }
}
