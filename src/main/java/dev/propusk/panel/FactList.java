package dev.propusk.panel;

import com.vaadin.flow.component.html.DescriptionList;

/** What is known of one thing, each fact under its name. */
public final class FactList extends DescriptionList {
    public FactList() {
        addClassName("facts");
    }

    /**
     * One more, below the others.
     *
     * @param key of the fact's name
     */
    public void add(String key, String value) {
        add(new Term(getTranslation(key)), new Description(value));
    }
}
