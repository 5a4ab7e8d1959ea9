package dev.propusk.token.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.propusk.token.Token;
import dev.propusk.token.TokenId;
import dev.propusk.token.TokenState;
import dev.propusk.token.ui.part.StateBadge;
import dev.propusk.token.ui.part.TokenWords;
import java.util.List;
import java.util.function.Consumer;

/** The devices of one code, and the row that stands ready for the next. */
class FamilyList extends Composite<UnorderedList> {
    private final TokenWords words;
    private final Consumer<TokenId> open;

    FamilyList(TokenWords words, Token shown, List<Token> family, Consumer<TokenId> open) {
        this.words = words;
        this.open = open;
        getContent().addClassName("family");
        family.forEach(token -> getContent().add(item(token, token.id().equals(shown.id()))));
    }

    private ListItem item(Token token, boolean shown) {
        String name = token.mac().map(Object::toString).orElseGet(() -> withoutDevice(token));
        Component first = shown ? new Span(name) : link(token, name);
        ListItem item = new ListItem(first, new StateBadge(words, token));
        token.mac().flatMap(mac -> words.until(token)).ifPresent(until -> item.add(new Span(until)));
        item.setClassName("shown", shown);
        return item;
    }

    private String withoutDevice(Token token) {
        boolean waits = words.stateOf(token) == TokenState.UNUSED;
        return getTranslation(waits ? "token.family.next" : "token.family.ended");
    }

    private Button link(Token token, String name) {
        Button link = new Button(name, click -> open.accept(token.id()));
        link.addThemeVariants(ButtonVariant.TERTIARY);
        return link;
    }
}
