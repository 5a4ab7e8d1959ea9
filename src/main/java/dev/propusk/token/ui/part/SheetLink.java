package dev.propusk.token.ui.part;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.propusk.token.Token;
import java.util.Collection;
import java.util.stream.Collectors;

/** Opens the sheet in a tab of its own: of all unused tokens, of those that nobody has yet, or of chosen ones. */
public final class SheetLink extends Anchor {
    private static final String ALL = "/sheet.pdf";

    public SheetLink(String text) {
        super(ALL, VaadinIcon.PRINT.create(), new Span(text));
        setTarget(AnchorTarget.BLANK);
        setRouterIgnore(true);
        setTitle(getTranslation("token.print.hint"));
        addClassName("button-link");
    }

    public void toNotIssued() {
        setHref(ALL + "?issued=false");
    }

    public void to(Collection<Token> chosen) {
        setHref(ALL + chosen.stream().map(token -> "id=" + token.id()).collect(Collectors.joining("&", "?", "")));
    }
}
