package dev.propusk.token.ui.generate;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.propusk.panel.CopyButton;
import dev.propusk.token.Token;
import dev.propusk.token.ui.part.PrintForm;
import dev.propusk.token.ui.part.TokenWords;
import java.util.List;
import java.util.stream.Collectors;

/** What was made just now: a few codes in large figures, to read out, copy or print. */
public class HandedOut extends Composite<Div> {
    private static final int SHOWN = 5;

    private final PrintForm print;

    HandedOut(TokenWords words, List<Token> made) {
        Paragraph done = new Paragraph(getTranslation("token.generated.done", made.size()));
        done.getElement().setAttribute("role", "status");
        UnorderedList codes = new UnorderedList();
        codes.addClassName("large-codes");
        made.stream()
                .limit(SHOWN)
                .map(token -> new ListItem(token.code().grouped()))
                .forEach(codes::add);
        if (made.size() > SHOWN) {
            codes.add(new ListItem(new Span(getTranslation("token.made.more", made.size() - SHOWN))));
        }
        CopyButton copy = new CopyButton(
                getTranslation("token.made.copy", made.size()),
                made.stream().map(token -> token.code().grouped()).collect(Collectors.joining("\n")));
        print = new PrintForm(getTranslation("token.made.print", made.size()));
        print.to(made);
        print.makePrimary();
        Div actions = new Div(print, copy);
        actions.addClassName("token-actions");
        getContent().addClassName("handed-out");
        getContent()
                .add(
                        done,
                        codes,
                        new Paragraph(words.kind(made.getFirst())),
                        actions,
                        new Paragraph(getTranslation("token.print.hint")));
    }

    void focus() {
        print.focus();
    }
}
