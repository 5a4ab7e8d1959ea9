package dev.propusk.token.ui;

import com.vaadin.flow.component.Composite;
import dev.propusk.panel.FactList;
import dev.propusk.token.Reuse;

/** What single-use, multi-use, timed and unlimited mean, in plain words. */
class KindGuide extends Composite<FactList> {
    KindGuide() {
        for (Reuse reuse : Reuse.values()) {
            getContent().add("token.kind.name." + reuse, getTranslation("token.kind.explained." + reuse));
        }
        getContent().add("guide.timed", getTranslation("guide.timed.text"));
        getContent().add("guide.unlimited", getTranslation("guide.unlimited.text"));
    }
}
