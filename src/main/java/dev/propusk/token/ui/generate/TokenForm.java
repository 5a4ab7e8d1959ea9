package dev.propusk.token.ui.generate;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import dev.propusk.contract.LimitFields;
import dev.propusk.panel.RecordForm;
import dev.propusk.token.Quota;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.generate.Generation.Generated;
import dev.propusk.token.ui.part.Refusal;
import dev.propusk.token.ui.part.TokenWords;
import java.util.Objects;
import java.util.function.Function;

/** Asks for tokens, makes them, and shows what was made; where that is refused it stays, with the reason. */
abstract class TokenForm extends Dialog {
    private final TokenWords words;
    private final Function<TokenRequest, Generated> action;
    private final RecordForm<TokenRequest> form = new RecordForm<>(TokenRequest.class);
    private final VerticalLayout fields = new VerticalLayout();
    private final LimitFields limits = new LimitFields(getTranslation("limits.help.token"));
    private final Details folded = new Details(getTranslation("limits.title"), limits);
    private final Paragraph refused = new Paragraph();
    private final Button save;

    /** @param action makes the tokens, or throws what keeps them from being made */
    TokenForm(TokenWords words, Function<TokenRequest, Generated> action, String title, String button) {
        this.words = words;
        this.action = action;
        this.save = new Button(button, click -> submit());
        setHeaderTitle(title);
        setWidth("min(640px, 100vw)");
        save.setDisableOnClick(true);
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickShortcut(Key.ENTER).listenOn(this);
        refused.addClassName("refused");
        refused.getElement().setAttribute("role", "alert");
        fields.setPadding(false);
        fields.addClassName("token-form");
    }

    RecordForm<TokenRequest> form() {
        return form;
    }

    VerticalLayout fields() {
        return fields;
    }

    /** What both forms ask for. */
    void bind(UsesField uses, TermField term, LabelFields labels) {
        form.bind(uses, "uses");
        form.bind(term, "term", Objects::nonNull, getTranslation("token.term.error"));
        labels.bind(form);
        limits.bind(form);
        folded.setWidthFull();
    }

    /** Folded away: most tokens have the network's. */
    Details limits() {
        return folded;
    }

    TokenWords words() {
        return words;
    }

    /** How much room there is now. */
    abstract void limit(Quota quota);

    /** The form as it is at first. */
    void ask() {
        removeAll();
        getFooter().removeAll();
        refused.setVisible(false);
        add(fields, refused);
        getFooter().add(new Button(getTranslation("cancel"), click -> close()), save);
        save.setEnabled(true);
    }

    private void submit() {
        refused.setVisible(false);
        form.read()
                .flatMap(request -> Refusal.to(() -> show(action.apply(request))))
                .ifPresent(refusal -> {
                    refused.setText(refusal.in(words));
                    refused.setVisible(true);
                });
        folded.setOpened(folded.isOpened() || limits.isInvalid());
        save.setEnabled(true);
    }

    private void show(Generated generated) {
        removeAll();
        getFooter().removeAll();
        limit(generated.quota());
        HandedOut made = new HandedOut(words, generated.tokens());
        Button again = new Button(getTranslation("token.made.again"), click -> ask());
        again.addThemeVariants(ButtonVariant.TERTIARY);
        Button close = new Button(getTranslation("token.close"), click -> close());
        add(made);
        getFooter().add(again, close);
        made.focus();
    }
}
