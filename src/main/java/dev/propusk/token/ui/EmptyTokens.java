package dev.propusk.token.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.RouterLink;

/** A contract without tokens: what they are for, and where to begin. */
class EmptyTokens extends Composite<Div> {
    EmptyTokens() {
        getContent().addClassName("empty");
        getContent()
                .add(
                        new Paragraph(getTranslation("token.empty")),
                        new RouterLink(getTranslation("start.title"), StartView.class));
    }
}
