package dev.propusk.token.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.DescriptionList;
import dev.propusk.token.Reuse;

/** What single-use, multi-use, timed and unlimited mean, in plain words. */
class KindGuide extends Composite<DescriptionList> {
    KindGuide() {
        getContent().addClassName("facts");
        for (Reuse reuse : Reuse.values()) {
            explain(getTranslation("token.kind.name." + reuse), getTranslation("token.kind.explained." + reuse));
        }
        explain(getTranslation("guide.timed"), getTranslation("guide.timed.text"));
        explain(getTranslation("guide.unlimited"), getTranslation("guide.unlimited.text"));
    }

    private void explain(String word, String meaning) {
        getContent().add(new DescriptionList.Term(word), new DescriptionList.Description(meaning));
    }
}
