package dev.propusk.token.ui.generate;

import com.vaadin.flow.component.AbstractCompositeField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import dev.propusk.token.Uses;
import dev.propusk.token.ui.part.UsesCard;
import java.util.stream.IntStream;

/** For how many devices: cards that explain themselves, and the number where it is one. */
class UsesField extends AbstractCompositeField<Div, UsesField, Uses> {
    private final RadioButtonGroup<UsesCard> cards = new RadioButtonGroup<>(getTranslation("token.kind.reuse"));
    private final RadioButtonGroup<Integer> devices = new RadioButtonGroup<>(getTranslation("token.kind.devices"));

    UsesField() {
        super(Uses.ONE);
        cards.setItems(UsesCard.values());
        cards.setItemLabelGenerator(card -> getTranslation("token.kind.name." + card));
        cards.setRenderer(new ComponentRenderer<>(this::card));
        cards.addClassName("cards");
        devices.setItems(IntStream.rangeClosed(Uses.MIN_DEVICES, Uses.MAX_DEVICES)
                .boxed()
                .toList());
        devices.setValue(Uses.MIN_DEVICES);
        devices.addClassName("chips");
        cards.addValueChangeListener(change -> {
            devices.setVisible(change.getValue() == UsesCard.SEVERAL);
            setModelValue(chosen(), change.isFromClient());
        });
        devices.addValueChangeListener(change -> setModelValue(chosen(), change.isFromClient()));
        getContent().add(cards, devices);
        getContent().addClassName("uses-field");
        cards.setValue(UsesCard.ONE);
    }

    private Uses chosen() {
        return cards.getValue().uses(devices.getValue());
    }

    private Span card(UsesCard choice) {
        Span name = new Span(getTranslation("token.kind.name." + choice));
        Span explained = new Span(getTranslation("token.kind.explained." + choice));
        name.addClassName("card-name");
        explained.addClassName("card-text");
        Span card = new Span(name, explained);
        card.addClassName("card");
        return card;
    }

    @Override
    protected void setPresentationValue(Uses uses) {
        if (uses.devices() != null) {
            devices.setValue(uses.devices());
        }
        cards.setValue(UsesCard.of(uses));
    }
}
