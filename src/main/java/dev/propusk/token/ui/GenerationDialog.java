package dev.propusk.token.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import dev.propusk.token.InvalidTokenOrderException;
import dev.propusk.token.Quota;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.TokenOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Asks what to generate, within what is left. */
class GenerationDialog extends Dialog {
    private final IntegerField count = new IntegerField(getTranslation("token.generate.count"));
    private final RadioButtonGroup<Reuse> reuse = new RadioButtonGroup<>(getTranslation("token.generate.reuse"));
    private final ComboBox<Term> term = new ComboBox<>(getTranslation("token.generate.term"));
    private final TextField note = new TextField(getTranslation("token.generate.note"));
    private final TextField reference = new TextField(getTranslation("token.generate.reference"));
    private final Button save = new Button(getTranslation("token.generate.save"), click -> submit());
    private final Quota quota;
    private final Consumer<TokenOrder> generate;

    /** @param generate called with what a person asked for; the dialog has closed by then */
    GenerationDialog(Quota quota, Consumer<TokenOrder> generate) {
        this.quota = quota;
        this.generate = generate;
        setHeaderTitle(getTranslation("token.generate.title"));
        setUpCount();
        setUpKind();
        note.setMaxLength(TokenOrder.MAX_NOTE);
        reference.setMaxLength(TokenOrder.MAX_REFERENCE);
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickShortcut(Key.ENTER);
        save.setEnabled(quota.left() > 0);
        add(new FormLayout(count, term, reuse, note, reference));
        getFooter().add(new Button(getTranslation("token.cancel"), click -> close()), save);
        setWidth("min(620px, 96vw)");
    }

    private void setUpCount() {
        count.setMin(1);
        count.setMax(Math.max(1, quota.left()));
        count.setStepButtonsVisible(true);
        count.setValue(Math.max(1, Math.min(10, quota.left())));
        count.setHelperText(getTranslation("token.generate.left", quota.left()));
        count.setI18n(new IntegerField.IntegerFieldI18n()
                .setBadInputErrorMessage(getTranslation("token.generate.count.error", quota.left()))
                .setMinErrorMessage(getTranslation("token.generate.count.error", quota.left()))
                .setMaxErrorMessage(getTranslation("token.generate.count.error", quota.left())));
    }

    private void setUpKind() {
        reuse.setItems(Reuse.values());
        reuse.setItemLabelGenerator(kind -> getTranslation("token.reuse." + kind + ".explained"));
        reuse.setValue(Reuse.SINGLE_USE);
        List<Term> terms = new ArrayList<>();
        for (int days = Term.MIN_DAYS; days <= Term.MAX_DAYS; days++) {
            terms.add(Term.ofDays(days));
        }
        terms.add(Term.UNLIMITED);
        term.setItems(terms);
        term.setItemLabelGenerator(choice -> choice.days() == null
                ? getTranslation("token.term.unlimited")
                : getTranslation("token.term.days", choice.days()));
        term.setValue(Term.ofDays(7));
        term.setHelperText(getTranslation("token.generate.term.help"));
    }

    private void submit() {
        Integer wanted = count.getValue();
        boolean countIsWrong = wanted == null || wanted < 1 || wanted > quota.left();
        count.setErrorMessage(getTranslation("token.generate.count.error", quota.left()));
        count.setInvalid(countIsWrong);
        Term chosen = term.getValue();
        term.setErrorMessage(getTranslation("token.generate.term.error"));
        term.setInvalid(chosen == null);
        if (countIsWrong || chosen == null || wanted == null) {
            return;
        }
        try {
            TokenOrder order = new TokenOrder(wanted, reuse.getValue(), chosen, note.getValue(), reference.getValue());
            close();
            generate.accept(order);
        } catch (InvalidTokenOrderException e) {
            TextField wrong = e.field().equals("note") ? note : reference;
            wrong.setErrorMessage(getTranslation("token.generate." + e.field() + ".error"));
            wrong.setInvalid(true);
        }
    }
}
