package dev.propusk.token.ui;

import com.vaadin.flow.component.Composite;
import dev.propusk.panel.FactList;
import dev.propusk.token.ui.part.UsesCard;

/** What single-use, for several devices, multi-use, timed and unlimited mean, in plain words. */
class KindGuide extends Composite<FactList> {
    KindGuide() {
        for (UsesCard card : UsesCard.values()) {
            getContent().add("token.kind.name." + card, getTranslation("token.kind.explained." + card));
        }
        getContent().add("guide.timed", getTranslation("guide.timed.text"));
        getContent().add("guide.unlimited", getTranslation("guide.unlimited.text"));
    }
}
