package dev.propusk.token.ui.generate;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import dev.propusk.token.TokenRequest;
import java.util.stream.Stream;

/** What is noted on tokens: a note for people, a reference for the customer's own system. */
class LabelFields extends Composite<Div> {
    private final TextField note = new TextField(getTranslation("token.note"));
    private final TextField reference = new TextField(getTranslation("token.reference"));

    LabelFields() {
        note.setHelperText(getTranslation("token.note.help"));
        reference.setHelperText(getTranslation("token.reference.help"));
        Stream.of(note, reference).forEach(field -> field.setManualValidation(true));
        getContent().addClassName("label-fields");
        getContent().add(note, reference);
    }

    String note() {
        return note.getValue();
    }

    String reference() {
        return reference.getValue();
    }

    void clear() {
        note.clear();
        reference.clear();
    }

    boolean isValid() {
        note.setErrorMessage(getTranslation("token.note.error"));
        note.setInvalid(!fits(note, TokenRequest.MAX_NOTE));
        reference.setErrorMessage(getTranslation("token.reference.error"));
        reference.setInvalid(!fits(reference, TokenRequest.MAX_REFERENCE));
        return !note.isInvalid() && !reference.isInvalid();
    }

    private static boolean fits(TextField field, int most) {
        String text = field.getValue().strip();
        return text.codePointCount(0, text.length()) <= most
                && text.codePoints().noneMatch(Character::isISOControl);
    }
}
