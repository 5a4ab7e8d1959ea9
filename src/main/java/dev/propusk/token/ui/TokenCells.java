package dev.propusk.token.ui;

import com.vaadin.flow.data.renderer.LitRenderer;
import dev.propusk.token.Token;
import dev.propusk.token.TokenId;
import dev.propusk.token.ui.part.StateBadge;
import dev.propusk.token.ui.part.TokenWords;
import java.util.function.Function;

/** What of a token is more than plain text in the list: its code, which opens it, its state, and a card of both. */
record TokenCells(TokenWords words, Function<TokenId, String> address) {
    private static final String LINK = "<a class=\"code\" href=\"${item.href}\">${item.code}</a>";
    private static final String BADGE = "<span class=\"state ${item.state}\">${item.word}</span>";
    private static final String CARD = "<div class=\"token-card\"><div>" + LINK + " " + BADGE + "</div>" + """
            <div>${item.kind}${item.note}</div><div class="figures">${item.device}</div></div>""";

    LitRenderer<Token> code() {
        return cell(LINK);
    }

    LitRenderer<Token> state() {
        return cell(BADGE);
    }

    /** All that a narrow screen shows. */
    LitRenderer<Token> card() {
        return cell(CARD)
                .withProperty("kind", words::kind)
                .withProperty(
                        "note", token -> token.note().map(note -> " · " + note).orElse(""))
                .withProperty(
                        "device",
                        token -> token.mac()
                                .map(mac -> mac
                                        + words.until(token)
                                                .map(until -> " · " + until)
                                                .orElse(""))
                                .orElse(""));
    }

    private LitRenderer<Token> cell(String template) {
        return LitRenderer.<Token>of(template)
                .withProperty("code", token -> token.code().grouped())
                .withProperty("href", token -> address.apply(token.id()))
                .withProperty("state", token -> StateBadge.cssClass(words, token))
                .withProperty("word", words::state);
    }
}
