package dev.propusk.account.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** A page with one card on it, for those who are not, or not wholly, signed in. */
abstract class CardPage extends Main {
    CardPage() {
        addClassName("card-page");
    }

    void show(String title, String explanation, Component... content) {
        removeAll();
        Div card = new Div();
        card.addClassName("card");
        Span name = new Span(getTranslation("app.name"));
        name.addClassName("app-name");
        card.add(name, new H1(title), new Paragraph(explanation));
        card.add(content);
        add(card);
    }
}
