package dev.propusk.token.ui.generate;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import dev.propusk.token.Reuse;

/** For one device or for many: two cards that explain themselves. */
class KindCards extends RadioButtonGroup<Reuse> {
    KindCards() {
        setLabel(getTranslation("token.kind.reuse"));
        setItems(Reuse.values());
        setItemLabelGenerator(kind -> getTranslation("token.kind.name." + kind));
        setRenderer(new ComponentRenderer<>(this::card));
        setValue(Reuse.SINGLE_USE);
        addClassName("cards");
    }

    private Span card(Reuse kind) {
        Span name = new Span(getTranslation("token.kind.name." + kind));
        Span explained = new Span(getTranslation("token.kind.explained." + kind));
        name.addClassName("card-name");
        explained.addClassName("card-text");
        Span card = new Span(name, explained);
        card.addClassName("card");
        return card;
    }
}
