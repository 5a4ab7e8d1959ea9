package dev.propusk.token.ui.generate;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import dev.propusk.panel.RecordForm;
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

    void bind(RecordForm<TokenRequest> form) {
        form.bind(
                note,
                "note",
                text -> TokenRequest.isLine(text, TokenRequest.MAX_NOTE),
                getTranslation("token.note.error"));
        form.bind(
                reference,
                "reference",
                text -> TokenRequest.isLine(text, TokenRequest.MAX_REFERENCE),
                getTranslation("token.reference.error"));
    }

    void clear() {
        note.clear();
        reference.clear();
    }
}
