package dev.propusk.token.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import dev.propusk.token.Token;
import dev.propusk.token.TokenState;
import dev.propusk.token.ui.part.PrintForm;
import dev.propusk.token.ui.part.TokenActions;
import dev.propusk.token.ui.part.TokenWords;
import java.util.Collection;
import java.util.List;

/** What can be done with the chosen rows; there only while some are chosen. */
class SelectionBar extends Composite<FlexLayout> {
    private final TokenWords words;
    private final Span chosen = new Span();
    private final PrintForm print = new PrintForm(getTranslation("token.print-chosen"));
    private final Button handOut = new Button(getTranslation("token.action.hand-out"));
    private final Button annul = new Button(getTranslation("token.action.annul"));
    private final Button delete = new Button(getTranslation("token.action.delete"));
    private final boolean mayDeleteUsed;
    private List<Token> selected = List.of();

    /** @param mayDeleteUsed whether this login deletes tokens that are not unused */
    SelectionBar(TokenWords words, TokenActions deeds, boolean mayDeleteUsed, Runnable deselect) {
        this.words = words;
        this.mayDeleteUsed = mayDeleteUsed;
        handOut.addClickListener(click -> deeds.handOut(selected));
        annul.addClickListener(click -> deeds.annul(selected));
        annul.addThemeVariants(ButtonVariant.ERROR);
        delete.addClickListener(click -> deeds.delete(selected));
        delete.addThemeVariants(ButtonVariant.ERROR);
        Button none = new Button(getTranslation("token.deselect"), click -> deselect.run());
        none.addThemeVariants(ButtonVariant.TERTIARY);
        chosen.getElement().setAttribute("role", "status");
        getContent().addClassName("selection-bar");
        getContent().add(chosen, print, handOut, annul, delete, none);
        getContent().setVisible(false);
    }

    void show(Collection<Token> rows, boolean open) {
        selected = List.copyOf(rows);
        List<Token> unused = in(TokenState.UNUSED);
        boolean allUnused = unused.size() == selected.size();
        getContent().setVisible(!selected.isEmpty());
        chosen.setText(getTranslation("token.chosen", selected.size()));
        print.to(unused);
        print.setVisible(open && !unused.isEmpty());
        handOut.setVisible(
                open && unused.stream().anyMatch(token -> token.issuedAt().isEmpty()));
        annul.setVisible(open && in(TokenState.ANNULLED).size() < selected.size());
        delete.setVisible(open && (mayDeleteUsed || allUnused));
    }

    private List<Token> in(TokenState state) {
        return selected.stream().filter(token -> words.stateOf(token) == state).toList();
    }
}
