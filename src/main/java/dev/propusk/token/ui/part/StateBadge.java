package dev.propusk.token.ui.part;

import com.vaadin.flow.component.html.Span;
import dev.propusk.token.Token;

/** A token's state in a word and a shape: a ring, a filled disc, a struck ring; colour only underlines it. */
public final class StateBadge extends Span {
    public StateBadge(TokenWords words, Token token) {
        super(words.state(token));
        addClassNames("state", cssClass(words, token));
    }

    /** As the stylesheet knows it. */
    public static String cssClass(TokenWords words, Token token) {
        return switch (words.stateOf(token)) {
            case UNUSED -> token.issuedAt().isPresent() ? "issued" : "unused";
            case ACTIVE -> words.isSpent(token) ? "spent" : "active";
            case ANNULLED -> "annulled";
        };
    }
}
