package dev.propusk.token.ui.part;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.dom.Element;
import dev.propusk.token.Token;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Prints in a tab of its own: all unused tokens, those that nobody has yet, or chosen ones. A form and no link, for what is
 * printed counts as handed out, and only a person may do that: no browser that looks ahead, opens a tab again or saves.
 */
@Tag("form")
public final class PrintForm extends HtmlContainer {
    private final Element which = new Element("input");
    private final NativeButton button = new NativeButton();

    public PrintForm(String text) {
        getElement()
                .setAttribute("method", "post")
                .setAttribute("action", "/sheet.pdf")
                .setAttribute("target", "_blank");
        addClassName("print-form");
        which.setAttribute("type", "hidden");
        button.add(VaadinIcon.PRINT.create(), new Span(text));
        button.getElement().setAttribute("type", "submit");
        button.setTitle(getTranslation("token.print.hint"));
        button.addClassName("button-link");
        add(button);
        getElement().appendChild(which);
    }

    public void toNotIssued() {
        send("issued", "false");
    }

    public void to(Collection<Token> chosen) {
        send("id", chosen.stream().map(token -> token.id().toString()).collect(Collectors.joining(",")));
    }

    public void makePrimary() {
        button.addClassName("primary");
    }

    public void focus() {
        button.focus();
    }

    private void send(String name, String value) {
        which.setAttribute("name", name).setAttribute("value", value);
    }
}
